namespace EngagementBot.Conversations.Dialogs;

/// <summary>Texts as unit vectors of weighted features: rare features weigh more, a topic's own words most, letter runs least.</summary>
internal sealed class TopicVectors
{
    private const char Spoken = '#';
    private const char Run = '~';
    private const double SpokenWeight = 3;
    private const double RunWeight = 0.4;
    private const int LongestPhrase = 4;

    private readonly Dictionary<string, List<string>> vocabulary = [];
    private readonly Dictionary<string, int> features = [];
    private readonly double[] rarity;

    public TopicVectors(IReadOnlyList<Topic> topics, IReadOnlyList<string> questions)
    {
        foreach (var topic in topics)
            foreach (var words in topic.Words) Learn(topic.Name, Plainly.Normalise(words));

        var counted = topics.SelectMany(topic => topic.Answers).SelectMany(answer => answer.Examples).Concat(questions).Select(Counted).ToList();
        rarity = Rarity(counted);
    }

    public int Features => features.Count;

    /// <summary>Feature numbers in rising order with their weights; empty where nothing in the text is known.</summary>
    public List<(int Feature, double Weight)> Of(string text)
    {
        var known = Counted(text)
            .Where(each => features.ContainsKey(each.Key))
            .Select(each => (Feature: features[each.Key], each.Value))
            .OrderBy(each => each.Feature);
        return Unit(known.Select(each => (each.Feature, (1 + Math.Log(each.Value)) * rarity[each.Feature])));
    }

    public static List<(int Feature, double Weight)> Unit(IEnumerable<(int Feature, double Weight)> weights)
    {
        var all = weights.ToList();
        var length = Math.Sqrt(all.Sum(each => each.Weight * each.Weight));
        return length == 0 ? [] : [.. all.Select(each => (each.Feature, each.Weight / length))];
    }

    private void Learn(string topic, string words)
    {
        if (!vocabulary.TryGetValue(words, out var known)) vocabulary[words] = known = [];
        known.Add($"{Spoken}{topic}");
    }

    private Dictionary<string, int> Counted(string text)
    {
        var counts = new Dictionary<string, int>();
        foreach (var feature in TextFeatures.Of(text).Concat(SpokenIn(text)))
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        return counts;
    }

    /// <summary>One feature for each word or phrase of a topic's own list found in the text.</summary>
    private IEnumerable<string> SpokenIn(string text)
    {
        var words = Plainly.Normalise(text).Split(' ');
        for (var at = 0; at < words.Length; at++)
            for (var length = 1; length <= LongestPhrase && at + length <= words.Length; length++)
                if (vocabulary.TryGetValue(string.Join(' ', words, at, length), out var topics))
                    foreach (var topic in topics) yield return topic;
    }

    private double[] Rarity(List<Dictionary<string, int>> counted)
    {
        var holding = new List<int>();
        foreach (var feature in counted.SelectMany(example => example.Keys))
        {
            if (features.TryAdd(feature, features.Count)) holding.Add(0);
            holding[features[feature]]++;
        }

        var weights = new double[holding.Count];
        foreach (var (feature, id) in features)
            weights[id] = Math.Log((counted.Count + 1.0) / (holding[id] + 0.5)) * KindWeight(feature);
        return weights;
    }

    private static double KindWeight(string feature) => feature[0] switch
    {
        Spoken => SpokenWeight,
        Run => RunWeight,
        _ => 1,
    };
}
