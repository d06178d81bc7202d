namespace EngagementBot.Conversations.Dialogs;

/// <summary>The examples of one language as weighted features: a text is compared with its nearest examples and with each topic's centre.</summary>
internal sealed class TopicIndex
{
    private const double NearestShare = 0.6;
    private const double PhraseBonus = 0.25;
    private const double HintBonus = 0.08;

    private readonly IReadOnlyList<Topic> topics;
    private readonly Dictionary<string, int> features = [];
    private readonly double[] rarity;
    private readonly List<(int Topic, TopicAnswer Answer)> examples = [];
    private readonly List<(int Example, double Weight)>[] postings;
    private readonly List<(int Topic, double Weight)>[] centres;

    public TopicIndex(IReadOnlyList<Topic> topics)
    {
        this.topics = [.. topics.OrderBy(topic => topic.Name, StringComparer.Ordinal)];
        var counted = Count();
        rarity = Rarity(counted);
        postings = [.. Enumerable.Range(0, features.Count).Select(_ => new List<(int, double)>())];
        centres = [.. Enumerable.Range(0, features.Count).Select(_ => new List<(int, double)>())];
        Weigh(counted);
    }

    public List<(string Topic, double Score)> Rank(string text, IReadOnlyList<RiskCategory> hints)
    {
        var vector = Vector(Counts(text, grow: false));
        if (vector.Count == 0) return [];

        var nearest = NearestPerTopic(vector);
        var central = new double[topics.Count];
        foreach (var (feature, weight) in vector)
            foreach (var (topic, centre) in centres[feature]) central[topic] += weight * centre;

        var plain = $" {Plainly.Normalise(text)} ";
        return [.. topics
            .Select((topic, at) => (topic.Name, Score: Math.Min(1, Blend(nearest[at], central[at]) + Bonus(topic, plain, hints))))
            .Where(topic => topic.Score > 0)
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Name, StringComparer.Ordinal)];
    }

    public TopicAnswer? NearestAnswer(string text, string topic)
    {
        var scores = ExampleScores(Vector(Counts(text, grow: false)));
        return examples
            .Select((example, at) => (example.Answer, Score: scores[at]))
            .Where(example => example.Answer.Topic == topic)
            .MaxBy(example => example.Score).Answer;
    }

    private static double Blend(double nearest, double central) => (NearestShare * nearest) + ((1 - NearestShare) * central);

    private static double Bonus(Topic topic, string plain, IReadOnlyList<RiskCategory> hints) =>
        (topic.Answers.SelectMany(answer => answer.Phrases).Any(phrase => plain.Contains($" {Plainly.Normalise(phrase)} ", StringComparison.Ordinal)) ? PhraseBonus : 0)
        + (topic.HintedBy.Any(hints.Contains) ? HintBonus : 0);

    private List<Dictionary<int, int>> Count()
    {
        var counted = new List<Dictionary<int, int>>();
        for (var at = 0; at < topics.Count; at++)
            foreach (var answer in topics[at].Answers)
                foreach (var example in answer.Examples)
                {
                    counted.Add(Counts(example, grow: true));
                    examples.Add((at, answer));
                }

        return counted;
    }

    private double[] Rarity(List<Dictionary<int, int>> counted)
    {
        var holding = new int[features.Count];
        foreach (var feature in counted.SelectMany(example => example.Keys)) holding[feature]++;
        return [.. holding.Select(count => Math.Log((counted.Count + 1.0) / (count + 0.5)))];
    }

    private void Weigh(List<Dictionary<int, int>> counted)
    {
        var sums = topics.Select(_ => new SortedDictionary<int, double>()).ToArray();
        for (var example = 0; example < counted.Count; example++)
            foreach (var (feature, weight) in Vector(counted[example]))
            {
                postings[feature].Add((example, weight));
                var sum = sums[examples[example].Topic];
                sum[feature] = sum.GetValueOrDefault(feature) + weight;
            }

        for (var topic = 0; topic < topics.Count; topic++)
            foreach (var (feature, weight) in Unit(sums[topic])) centres[feature].Add((topic, weight));
    }

    private double[] NearestPerTopic(List<(int Feature, double Weight)> vector)
    {
        var scores = ExampleScores(vector);
        var best = new double[topics.Count];
        var second = new double[topics.Count];
        for (var at = 0; at < scores.Length; at++)
        {
            var topic = examples[at].Topic;
            if (scores[at] > best[topic]) (second[topic], best[topic]) = (best[topic], scores[at]);
            else if (scores[at] > second[topic]) second[topic] = scores[at];
        }

        return [.. best.Zip(second, (first, next) => (0.7 * first) + (0.3 * next))];
    }

    private double[] ExampleScores(List<(int Feature, double Weight)> vector)
    {
        var scores = new double[examples.Count];
        foreach (var (feature, weight) in vector)
            foreach (var (example, other) in postings[feature]) scores[example] += weight * other;
        return scores;
    }

    private Dictionary<int, int> Counts(string text, bool grow)
    {
        var counts = new Dictionary<int, int>();
        foreach (var feature in TextFeatures.Of(text))
        {
            if (grow) features.TryAdd(feature, features.Count);
            if (features.TryGetValue(feature, out var id)) counts[id] = counts.GetValueOrDefault(id) + 1;
        }

        return counts;
    }

    private List<(int Feature, double Weight)> Vector(Dictionary<int, int> counts) =>
        Unit(counts.OrderBy(each => each.Key).Select(each => KeyValuePair.Create(each.Key, (1 + Math.Log(each.Value)) * rarity[each.Key])));

    private static List<(int Feature, double Weight)> Unit(IEnumerable<KeyValuePair<int, double>> weights)
    {
        var all = weights.ToList();
        var length = Math.Sqrt(all.Sum(each => each.Value * each.Value));
        return length == 0 ? [] : [.. all.Select(each => (each.Key, each.Value / length))];
    }
}
