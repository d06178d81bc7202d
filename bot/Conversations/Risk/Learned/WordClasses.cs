using System.Numerics;
using EngagementBot.Conversations.Risk.Rules;

namespace EngagementBot.Conversations.Risk.Learned;

/// <summary>A message as the word classes of the reviewed files (weapon, older person, tonight, game): one that was never seen beside another
/// still counts by its kind. By name and not by number, so that editing the files does not shift their meaning.</summary>
internal static class WordClasses
{
    private const int MostWords = 120;
    private const uint Explained = 1;

    /// <summary>Hands on each class that is named, once for each place.</summary>
    public static void Read(Chart chart, IReadOnlyList<string?> names, Action<FeatureKind, uint> take)
    {
        for (var at = 0; at < Math.Min(chart.Tokens.Count, MostWords); at++)
            foreach (var one in At(chart, names, at)) take(FeatureKind.Classes, one);
    }

    private static List<uint> At(Chart chart, IReadOnlyList<string?> names, int at)
    {
        if (chart.Masked[at]) return [Explained];

        var found = new List<uint>();
        Take(chart.Unit(at), names, found);
        for (var span = chart.First(at); span >= 0; span = chart[span].Next)
            if (chart[span].End > at) Take(chart[span].Concepts, names, found);
        return found;
    }

    private static void Take(ulong[] set, IReadOnlyList<string?> names, List<uint> found)
    {
        for (var word = 0; word < set.Length; word++)
        {
            for (var bits = set[word]; bits != 0; bits &= bits - 1)
            {
                if (names[word * 64 + BitOperations.TrailingZeroCount(bits)] is not { } name) continue;

                var mark = Ngrams.Hash(name, 300);
                if (!found.Contains(mark)) found.Add(mark);
            }
        }
    }
}
