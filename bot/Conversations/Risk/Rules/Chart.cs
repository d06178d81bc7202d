using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>What each stretch of a message can be read as: its words, and the concepts they make up.</summary>
internal sealed class Chart
{
    private readonly ConceptSets sets;
    private readonly int[] heads;
    private readonly List<Span> spans;
    private readonly ulong[][] units;

    /// <summary>A stretch that ends before <paramref name="End"/> and the concepts it is; the next with the same beginning.</summary>
    internal readonly record struct Span(int End, ulong[] Concepts, int Next);

    public Chart(List<Token> tokens, Alphabet alphabet)
    {
        (Tokens, sets) = (tokens, alphabet.Sets);
        heads = new int[tokens.Count + 1];
        Array.Fill(heads, -1);
        spans = new(tokens.Count + 8);
        units = new ulong[tokens.Count][];
        Filler = new bool[tokens.Count];
        Masked = new bool[tokens.Count + 1];
        Enter(alphabet);
    }

    public List<Token> Tokens { get; }

    /// <summary>Tokens that a phrase may step over freely.</summary>
    public bool[] Filler { get; }

    /// <summary>Tokens that an idiom has explained away.</summary>
    public bool[] Masked { get; }

    public bool StopsBefore(int at) => at > 0 && (at >= Tokens.Count || Tokens[at].Before == Pause.Stop);

    /// <summary>The concepts that the single word here is.</summary>
    public ulong[] Unit(int at) => units[at];

    /// <summary>First of the longer (or empty) stretches that begin here; -1 if there is none.</summary>
    public int First(int at) => heads[at];

    public Span this[int span] => spans[span];

    public void Add(int at, int concept, int end)
    {
        if (end == at + 1 && ConceptSets.Has(units[at], concept)) return;
        for (var span = heads[at]; span >= 0; span = spans[span].Next)
            if (spans[span].End == end && ConceptSets.Has(spans[span].Concepts, concept)) return;

        spans.Add(new Span(end, sets.Upward(concept), heads[at]));
        heads[at] = spans.Count - 1;
    }

    /// <summary>Whether a concept was read anywhere, outside idioms.</summary>
    public bool Has(int concept)
    {
        for (var at = 0; at < Tokens.Count; at++)
            if (!Masked[at] && EndOf(at, concept) > at) return true;
        return false;
    }

    /// <summary>Token after the longest reading of a concept that starts here; the same place if there is none.</summary>
    public int EndOf(int at, int concept)
    {
        var end = ConceptSets.Has(units[at], concept) ? at + 1 : at;
        for (var span = heads[at]; span >= 0; span = spans[span].Next)
            if (spans[span].End > end && ConceptSets.Has(spans[span].Concepts, concept)) end = spans[span].End;
        return end;
    }

    private void Enter(Alphabet alphabet)
    {
        for (var at = 0; at < Tokens.Count; at++)
        {
            var token = Tokens[at];
            units[at] = sets.Joined(sets.OfWord(token.Word), sets.OfWord(token.Guess));
            Filler[at] = token.Word >= 0 && alphabet.Fillers.Contains(token.Word);
            if (at == 0 || token.Before == Pause.Stop) Add(at, Alphabet.SentenceStart, at);
            if (at > 0 && StopsBefore(at)) Add(at, Alphabet.SentenceEnd, at);
        }

        if (Tokens.Count == 0) return;
        Add(0, Alphabet.MessageStart, 0);
        Add(Tokens.Count, Alphabet.SentenceEnd, Tokens.Count);
        Add(Tokens.Count, Alphabet.MessageEnd, Tokens.Count);
    }
}

/// <summary>What every chart needs to know: the edges of sentences and messages, the fillers, and what each word is.</summary>
internal sealed record Alphabet(ConceptSets Sets, IReadOnlySet<int> Fillers)
{
    public const int SentenceStart = 0;

    public const int SentenceEnd = 1;

    public const int MessageStart = 2;

    public const int MessageEnd = 3;

    /// <summary>How the edges are written in phrases, in the order of their numbers.</summary>
    public static readonly string[] Edges = ["^", "$", "^^", "$$"];
}
