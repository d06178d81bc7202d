using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>What each stretch of a message can be read as: its words, and the concepts they make up.</summary>
internal sealed class Chart
{
    private readonly int[] heads;
    private readonly List<(int Symbol, int End, int Next)> spans;

    public Chart(List<Token> tokens, Alphabet alphabet)
    {
        Tokens = tokens;
        heads = new int[tokens.Count + 1];
        Array.Fill(heads, -1);
        spans = new(tokens.Count * 4);
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

    public int First(int at) => heads[at];

    public (int Symbol, int End, int Next) this[int span] => spans[span];

    public void Add(int at, int symbol, int end)
    {
        for (var span = heads[at]; span >= 0; span = spans[span].Next)
            if (spans[span].Symbol == symbol && spans[span].End == end) return;

        spans.Add((symbol, end, heads[at]));
        heads[at] = spans.Count - 1;
    }

    /// <summary>Whether a concept was read anywhere, outside idioms.</summary>
    public bool Has(int symbol)
    {
        for (var at = 0; at < Tokens.Count; at++)
            if (EndOf(at, symbol) > at && !Masked[at]) return true;
        return false;
    }

    /// <summary>Token after the longest reading of a concept that starts here; the same place if there is none.</summary>
    public int EndOf(int at, int symbol)
    {
        var end = at;
        for (var span = heads[at]; span >= 0; span = spans[span].Next)
            if (spans[span].Symbol == symbol && spans[span].End > end) end = spans[span].End;
        return end;
    }

    private void Enter(Alphabet alphabet)
    {
        for (var at = 0; at < Tokens.Count; at++)
        {
            var token = Tokens[at];
            if (token.Word >= 0) Add(at, token.Word, at + 1);
            if (token.Guess >= 0) Add(at, token.Guess, at + 1);
            Filler[at] = alphabet.IsFiller(token.Word);
            if (at == 0 || token.Before == Pause.Stop) Add(at, alphabet.SentenceStart, at);
        }

        if (Tokens.Count == 0) return;
        Add(0, alphabet.MessageStart, 0);
        for (var at = 1; at <= Tokens.Count; at++)
            if (StopsBefore(at)) Add(at, alphabet.SentenceEnd, at);
        Add(Tokens.Count, alphabet.MessageEnd, Tokens.Count);
    }
}

/// <summary>The numbers of the symbols that every chart needs.</summary>
internal sealed record Alphabet(int SentenceStart, int SentenceEnd, int MessageStart, int MessageEnd, IReadOnlySet<int> Fillers)
{
    public bool IsFiller(int word) => word >= 0 && Fillers.Contains(word);
}
