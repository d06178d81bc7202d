namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>One phrase found.</summary>
/// <param name="Output">What the trie gives for it: a concept or a part of a rule.</param>
/// <param name="Start">First token.</param>
/// <param name="End">Token after the last.</param>
/// <param name="Used">Which tokens from the start on the phrase itself asked for (bit 0 is the first); the rest stood in gaps.</param>
internal readonly record struct PhraseMatch(int Output, int Start, int End, ulong Used)
{
    public bool Uses(int token) => token >= Start && token < End && token - Start < 64 && (Used & (1UL << (token - Start))) != 0;
}

/// <summary>Walks a trie over a chart once, from left to right.</summary>
internal sealed class Matcher(PhraseTrie trie, Chart chart)
{
    private const int MostTokens = 60;
    private const int MostSteps = 200_000;
    private readonly List<PhraseMatch> found = [];
    private int steps;

    public List<PhraseMatch> Run()
    {
        for (var at = 0; at < chart.Tokens.Count; at++) Take(0, Gap.None, at, at, 0);
        return found;
    }

    private void Take(int node, Gap gap, int at, int start, ulong used)
    {
        for (var span = chart.First(at); span >= 0;)
        {
            var (symbol, end, next) = chart[span];
            span = next;
            var child = trie.Next(node, gap, symbol);
            if (child < 0 || end - start > MostTokens || Hidden(at, end) || ++steps > MostSteps) continue;

            Walk(child, end, start, used | Bits(at - start, end - start));
        }
    }

    private void Walk(int node, int at, int start, ulong used)
    {
        foreach (var output in trie.Outputs(node)) Report(new PhraseMatch(output, start, at, used));
        if (trie.Has(node, Gap.None)) Reach(node, Gap.None, 0, at, start, used);
        if (trie.Has(node, Gap.Short)) Reach(node, Gap.Short, 3, at, start, used);
        if (trie.Has(node, Gap.Long)) Reach(node, Gap.Long, 7, at, start, used);
    }

    /// <summary>Tries the next part here and after each word that may stand between.</summary>
    private void Reach(int node, Gap gap, int spare, int at, int start, ulong used)
    {
        for (; at <= chart.Tokens.Count; at++)
        {
            Take(node, gap, at, start, used);
            if (at >= chart.Tokens.Count || (at > start && chart.StopsBefore(at))) return;
            if (!chart.Filler[at] && spare-- <= 0) return;
        }
    }

    private bool Hidden(int from, int to)
    {
        for (var at = from; at < to; at++)
            if (chart.Masked[at]) return true;
        return false;
    }

    private void Report(PhraseMatch match)
    {
        for (var index = found.Count - 1; index >= 0 && found[index].Start == match.Start; index--)
            if (found[index].Output == match.Output && found[index].End == match.End && found[index].Used == match.Used) return;
        found.Add(match);
    }

    private static ulong Bits(int from, int to)
    {
        if (from >= 64 || to <= from) return 0;
        var upTo = to >= 64 ? ulong.MaxValue : (1UL << to) - 1;
        return upTo & ~((1UL << from) - 1);
    }
}
