using System.Numerics;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>Many phrases as one tree: the beginnings they share are walked once.</summary>
internal sealed class PhraseTrie
{
    private readonly List<Node> nodes = [new()];

    /// <summary>A place in the tree; one set of branches for each gap that may come before the next part.</summary>
    internal sealed class Node
    {
        private readonly Branches?[] branches = new Branches?[3];

        public int[] Outputs { get; set; } = [];

        public Branches? After(Gap gap) => branches[(int)gap];

        public Branches Grow(Gap gap) => branches[(int)gap] ??= new Branches();
    }

    /// <summary>Where each next word or concept leads.</summary>
    internal sealed class Branches
    {
        private readonly Dictionary<int, int> words = [];
        private readonly Dictionary<int, int> concepts = [];
        private Stripe[] mask = [];

        public int Word(int word) => word >= 0 && words.TryGetValue(word, out var child) ? child : -1;

        public int Concept(int concept) => concepts[concept];

        /// <summary>The concepts of a set that lead on from here.</summary>
        public Leads In(ulong[] set) => new(mask, set);

        public int Child(Symbol symbol, Func<int> grow)
        {
            var map = symbol.IsConcept ? concepts : words;
            if (map.TryGetValue(symbol.Number, out var child)) return child;

            if (symbol.IsConcept) Mark(symbol.Number);
            return map[symbol.Number] = grow();
        }

        private void Mark(int concept)
        {
            var stripe = Array.FindIndex(mask, one => one.Index == concept >> 6);
            if (stripe >= 0) mask[stripe] = mask[stripe] with { Bits = mask[stripe].Bits | (1UL << concept) };
            else mask = [.. mask, new Stripe(concept >> 6, 1UL << concept)];
        }
    }

    /// <summary>64 concepts of a set; most places lead on by few, so most sets have one or two of these.</summary>
    internal readonly record struct Stripe(int Index, ulong Bits);

    /// <summary>Walks the bits that two sets share.</summary>
    internal struct Leads(Stripe[] mask, ulong[] set)
    {
        private int at = -1;
        private int index;
        private ulong bits;

        public int Current { get; private set; }

        public readonly Leads GetEnumerator() => this;

        public bool MoveNext()
        {
            while (bits == 0)
            {
                if (++at >= mask.Length) return false;
                index = mask[at].Index;
                bits = mask[at].Bits & set[index];
            }

            Current = (index << 6) + BitOperations.TrailingZeroCount(bits);
            bits &= bits - 1;
            return true;
        }
    }

    public Node this[int node] => nodes[node];

    public void Add(IReadOnlyList<(Gap Before, Symbol Symbol)> steps, int output)
    {
        var node = 0;
        for (var index = 0; index < steps.Count; index++)
            node = nodes[node].Grow(index == 0 ? Gap.None : steps[index].Before).Child(steps[index].Symbol, Grow);
        if (!nodes[node].Outputs.Contains(output)) nodes[node].Outputs = [.. nodes[node].Outputs, output];
    }

    private int Grow()
    {
        nodes.Add(new Node());
        return nodes.Count - 1;
    }
}
