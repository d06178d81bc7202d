namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>Sets of concepts as bits: what one word, or one stretch of words, can be read as.</summary>
internal sealed class ConceptSets(int concepts)
{
    private readonly int size = (concepts + 63) / 64;
    private readonly Dictionary<int, ulong[]> byWord = [];
    private readonly Dictionary<int, ulong[]> upward = [];

    public static bool Has(ulong[] set, int concept) => (set[concept >> 6] & (1UL << concept)) != 0;

    public ulong[] None { get; } = new ulong[(concepts + 63) / 64];

    /// <summary>The concept itself and every wider one that takes it as it stands.</summary>
    public ulong[] Upward(int concept)
    {
        if (upward.TryGetValue(concept, out var set)) return set;

        set = new ulong[size];
        Put(set, concept);
        return upward[concept] = set;
    }

    public ulong[] OfWord(int word) => word >= 0 && byWord.TryGetValue(word, out var set) ? set : None;

    /// <summary>Notes that a wider concept takes a narrower one as it stands; called from the widest inwards.</summary>
    public void Widen(int narrow, int wide) => Join(Upward(narrow), Upward(wide));

    public void WidenWord(int word, int concept)
    {
        if (!byWord.TryGetValue(word, out var set)) byWord[word] = set = new ulong[size];
        Join(set, Upward(concept));
    }

    public ulong[] Joined(ulong[] one, ulong[] other)
    {
        if (ReferenceEquals(other, None)) return one;
        if (ReferenceEquals(one, None)) return other;

        var both = (ulong[])one.Clone();
        Join(both, other);
        return both;
    }

    private static void Put(ulong[] set, int concept) => set[concept >> 6] |= 1UL << concept;

    private static void Join(ulong[] into, ulong[] from)
    {
        for (var at = 0; at < into.Length; at++) into[at] |= from[at];
    }
}

/// <summary>A part of a phrase as numbers: a word of the vocabulary, or a concept.</summary>
internal readonly record struct Symbol(int Number, bool IsConcept);
