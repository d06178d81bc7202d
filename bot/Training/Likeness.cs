namespace EngagementBot.Training;

/// <summary>How alike the wording of messages is, so that no two of them are the same one twice and no paraphrase straddles a fold.</summary>
public static class Likeness
{
    /// <summary>From here two messages count as one written twice.</summary>
    public const double NearDuplicate = 0.7;

    private const double SameGroup = 0.4;
    private const int Fold = 10;

    /// <summary>Pairs of places whose words overlap by at least <paramref name="least"/> (shared word pairs over all word pairs).</summary>
    public static IEnumerable<(int One, int Other)> Pairs(IReadOnlyList<string> texts, double least)
    {
        var shingles = texts.Select(Shingles).ToList();
        var places = new Dictionary<string, List<int>>();
        for (var at = 0; at < shingles.Count; at++)
        {
            var shared = new Dictionary<int, int>();
            foreach (var shingle in shingles[at])
            {
                if (!places.TryGetValue(shingle, out var others)) places[shingle] = others = [];
                foreach (var other in others) shared[other] = shared.GetValueOrDefault(other) + 1;
                others.Add(at);
            }

            foreach (var (other, count) in shared)
                if (count >= least * (shingles[at].Count + shingles[other].Count - count)) yield return (other, at);
        }
    }

    /// <summary>A group for each message: those alike in wording, and those a writer wrote next to each other, stay together.</summary>
    public static int[] Groups(IReadOnlyList<Example> examples)
    {
        var parents = Enumerable.Range(0, examples.Count).ToArray();
        int Root(int at) => parents[at] == at ? at : parents[at] = Root(parents[at]);

        for (var at = 1; at < examples.Count; at++)
            if (at % Fold != 0 && examples[at].File == examples[at - 1].File) parents[Root(at)] = Root(at - 1);
        foreach (var (one, other) in Pairs([.. examples.Select(example => example.Text)], SameGroup)) parents[Root(other)] = Root(one);

        return [.. parents.Select((_, at) => Root(at))];
    }

    private static HashSet<string> Shingles(string text)
    {
        var words = new string([.. text.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length < 2 ? [.. words] : [.. words.Zip(words.Skip(1), (one, next) => $"{one} {next}")];
    }
}
