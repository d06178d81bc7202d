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
    private const int LongestPhrase = 40;
    private const int MostFillers = 5;
    private const int MostCompared = 40;

    /// <summary>After so many steps from one word, places already reached are not entered twice.</summary>
    private const int StepsBeforeMemory = 100;

    /// <summary>A message of 4,000 characters that only repeats itself must not hold up a turn.</summary>
    private const int MostSteps = 120_000;

    private readonly List<PhraseMatch> found = [];
    private readonly HashSet<long> reached = [];
    private int steps;
    private int stepsHere;

    public List<PhraseMatch> Run()
    {
        for (var at = 0; at < chart.Tokens.Count && steps < MostSteps; at++)
        {
            stepsHere = 0;
            if (reached.Count > 0) reached.Clear();
            Take(trie[0].After(Gap.None), at, at, 0);
        }

        return found;
    }

    /// <summary>Follows what is read here; past a full stop only the edge of the sentence counts.</summary>
    private void Take(PhraseTrie.Branches? branches, int at, int start, ulong used)
    {
        if (branches is null) return;

        var stopped = at > start && chart.StopsBefore(at);
        if (!stopped && at < chart.Tokens.Count && !chart.Masked[at])
        {
            var (word, guess) = (branches.Word(chart.Tokens[at].Word), branches.Word(chart.Tokens[at].Guess));
            if (word >= 0) Enter(word, at, at + 1, start, used);
            if (guess >= 0) Enter(guess, at, at + 1, start, used);
            foreach (var concept in branches.In(chart.Unit(at))) Enter(branches.Concept(concept), at, at + 1, start, used);
        }

        for (var span = chart.First(at); span >= 0; span = chart[span].Next)
        {
            if ((stopped && chart[span].End > at) || Hidden(at, chart[span].End)) continue;
            foreach (var concept in branches.In(chart[span].Concepts)) Enter(branches.Concept(concept), at, chart[span].End, start, used);
        }
    }

    private void Enter(int child, int from, int at, int start, ulong used)
    {
        steps++;
        if (at - start > LongestPhrase || (++stepsHere > StepsBeforeMemory && !reached.Add(((long)child << 12) | (uint)at))) return;

        used |= Bits(from - start, at - start);
        var node = trie[child];
        foreach (var output in node.Outputs) Report(new PhraseMatch(output, start, at, used));
        Reach(node.After(Gap.None), 0, at, start, used);
        Reach(node.After(Gap.Short), 3, at, start, used);
        Reach(node.After(Gap.Long), 7, at, start, used);
    }

    /// <summary>Tries the next part here and after each word that may stand between.</summary>
    private void Reach(PhraseTrie.Branches? branches, int spare, int at, int start, ulong used)
    {
        if (branches is null || steps > MostSteps) return;

        for (var fillers = MostFillers; at <= chart.Tokens.Count; at++)
        {
            Take(branches, at, start, used);
            if (at >= chart.Tokens.Count || (at > start && chart.StopsBefore(at))) return;
            if (chart.Tokens[at].Picture) continue;
            if (chart.Filler[at] ? fillers-- <= 0 : spare-- <= 0) return;
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
        for (var index = found.Count - 1; index >= 0 && index >= found.Count - MostCompared && found[index].Start == match.Start; index--)
            if (found[index].Output == match.Output && found[index].End == match.End) return;
        found.Add(match);
    }

    private static ulong Bits(int from, int to)
    {
        if (from >= 64 || to <= from) return 0;
        var upTo = to >= 64 ? ulong.MaxValue : (1UL << to) - 1;
        return upTo & ~((1UL << from) - 1);
    }
}
