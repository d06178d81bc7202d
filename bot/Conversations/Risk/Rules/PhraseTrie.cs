namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>Many phrases as one tree: the beginnings they share are walked once.</summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<ulong, int> edges = [];
    private readonly List<byte> gaps = [0];
    private readonly List<int[]> outputs = [[]];

    public void Add(IReadOnlyList<(Gap Before, int Symbol)> steps, int output)
    {
        var node = 0;
        for (var index = 0; index < steps.Count; index++)
            node = Child(node, index == 0 ? Gap.None : steps[index].Before, steps[index].Symbol);
        if (!outputs[node].Contains(output)) outputs[node] = [.. outputs[node], output];
    }

    public int Next(int node, Gap gap, int symbol) => edges.GetValueOrDefault(Key(node, gap, symbol), -1);

    public bool Has(int node, Gap gap) => (gaps[node] & (1 << (int)gap)) != 0;

    public int[] Outputs(int node) => outputs[node];

    private int Child(int node, Gap gap, int symbol)
    {
        var key = Key(node, gap, symbol);
        if (edges.TryGetValue(key, out var child)) return child;

        gaps[node] |= (byte)(1 << (int)gap);
        gaps.Add(0);
        outputs.Add([]);
        return edges[key] = outputs.Count - 1;
    }

    private static ulong Key(int node, Gap gap, int symbol) => ((ulong)(uint)node << 34) | ((ulong)gap << 32) | (uint)symbol;
}
