namespace EngagementBot.Conversations.Dialogs;

/// <summary>How like a text is to each topic's examples.</summary>
/// <param name="Scores">Above 0 and at most 1, by topic.</param>
/// <param name="Answer">The group of a topic's examples that lies nearest; null for a topic without any.</param>
internal sealed record TopicLikeness(Dictionary<string, double> Scores, Func<string, TopicAnswer?> Answer);

/// <summary>The examples of one language, ready to be compared with a text: its nearest examples, each topic's centre, and fitted weights vote together.</summary>
internal sealed class TopicIndex
{
    // Chosen by leaving out each fifth of the examples in turn, never on the held-out questions.
    private const double LikelyShare = 0.3;
    private const double NearestShare = 0.5;
    private const double SecondNearest = 0.3;
    private const double PhraseBonus = 0.2;
    private const double HintBonus = 0.08;

    private readonly IReadOnlyList<Topic> topics;
    private readonly TopicVectors vectors;
    private readonly List<(int Topic, TopicAnswer? Answer, List<(int Feature, double Weight)> Vector)> examples;
    private readonly List<(int Example, double Weight)>[] postings;
    private readonly List<(int Topic, double Weight)>[] centres;
    private readonly TopicWeights fitted;
    private readonly Dictionary<string, List<TopicAnswer>> phrases;
    private readonly int longestPhrase;

    /// <param name="questions">Further examples: they tell the topic, never the answer within it.</param>
    public TopicIndex(IReadOnlyList<Topic> topics, IReadOnlyList<(string Topic, string Text)> questions)
    {
        this.topics = [.. topics.OrderBy(topic => topic.Name, StringComparer.Ordinal)];
        vectors = new TopicVectors(this.topics, [.. questions.Select(question => question.Text)]);
        var places = this.topics.Select((topic, at) => (topic.Name, at)).ToDictionary(each => each.Name, each => each.at);
        examples =
        [
            .. this.topics.SelectMany((topic, at) => topic.Answers.SelectMany(answer =>
                answer.Examples.Select(example => (at, (TopicAnswer?)answer, vectors.Of(example))))),
            .. questions.Where(question => places.ContainsKey(question.Topic)).Select(question => (places[question.Topic], (TopicAnswer?)null, vectors.Of(question.Text))),
        ];
        phrases = this.topics.SelectMany(topic => topic.Answers)
            .SelectMany(answer => answer.Phrases.Select(phrase => (phrase, answer)))
            .GroupBy(each => each.phrase, each => each.answer)
            .ToDictionary(each => each.Key, each => each.ToList());
        longestPhrase = phrases.Keys.Select(phrase => phrase.Count(letter => letter == ' ') + 1).DefaultIfEmpty().Max();
        postings = [.. Enumerable.Range(0, vectors.Features).Select(_ => new List<(int, double)>())];
        centres = [.. Enumerable.Range(0, vectors.Features).Select(_ => new List<(int, double)>())];
        FillPostings();
        FillCentres();
        fitted = new TopicWeights([.. examples.Select(example => (example.Topic, example.Vector))], vectors.Features, topics.Count);
    }

    /// <summary>What the examples make of a text; empty where nothing in it is known.</summary>
    public TopicLikeness Compare(string text, IReadOnlyList<RiskCategory> hints)
    {
        var vector = vectors.Of(text);
        var scores = ExampleScores(vector);
        var spoken = SpokenPlainly(text);
        return new TopicLikeness(vector.Count == 0 ? [] : ByTopic(scores, vector, spoken, hints), topic => Nearest(topic, scores, spoken));
    }

    private Dictionary<string, double> ByTopic(
        double[] scores, List<(int Feature, double Weight)> vector, HashSet<TopicAnswer> spoken, IReadOnlyList<RiskCategory> hints)
    {
        var nearest = NearestPerTopic(scores);
        var central = Central(vector);
        var likely = fitted.Probabilities(vector);
        return topics
            .Select((topic, at) => (topic.Name, Score: Math.Min(1, Blend(nearest[at], central[at], likely[at]) + Bonus(topic, spoken, hints))))
            .Where(topic => topic.Score > 0)
            .ToDictionary(topic => topic.Name, topic => topic.Score);
    }

    private TopicAnswer? Nearest(string topic, double[] scores, HashSet<TopicAnswer> spoken)
    {
        (TopicAnswer? Answer, double Score) best = (null, double.NegativeInfinity);
        for (var at = 0; at < examples.Count; at++)
        {
            var answer = examples[at].Answer;
            if (answer?.Topic != topic) continue;

            var score = scores[at] + (spoken.Contains(answer) ? PhraseBonus : 0);
            if (score > best.Score) best = (answer, score);
        }

        return best.Answer;
    }

    /// <summary>The groups one of whose phrases stands in the text.</summary>
    private HashSet<TopicAnswer> SpokenPlainly(string text)
    {
        var words = Plainly.Normalise(text).Split(' ');
        var spoken = new HashSet<TopicAnswer>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < words.Length; at++)
            for (var length = 1; length <= longestPhrase && at + length <= words.Length; length++)
                if (phrases.TryGetValue(string.Join(' ', words, at, length), out var answers)) spoken.UnionWith(answers);
        return spoken;
    }

    public TopicIndex With(IReadOnlyList<(string Topic, string Text)> questions) => new(topics, questions);

    /// <summary>Every example with its topic, in a fixed order.</summary>
    public IEnumerable<(string Topic, string Text)> Examples =>
        topics.SelectMany(topic => topic.Answers.SelectMany(answer => answer.Examples.Select(example => (topic.Name, example))));

    private static double Blend(double nearest, double central, double likely) =>
        (LikelyShare * likely) + ((1 - LikelyShare) * ((NearestShare * nearest) + ((1 - NearestShare) * central)));

    private static double Bonus(Topic topic, HashSet<TopicAnswer> spoken, IReadOnlyList<RiskCategory> hints) =>
        (topic.Answers.Any(spoken.Contains) ? PhraseBonus : 0) + (topic.HintedBy.Any(hints.Contains) ? HintBonus : 0);

    private void FillPostings()
    {
        for (var example = 0; example < examples.Count; example++)
            foreach (var (feature, weight) in examples[example].Vector) postings[feature].Add((example, weight));
    }

    private void FillCentres()
    {
        foreach (var topic in examples.GroupBy(example => example.Topic))
        {
            var sum = topic.SelectMany(example => example.Vector).GroupBy(each => each.Feature).OrderBy(each => each.Key)
                .Select(each => (each.Key, each.Sum(one => one.Weight)));
            foreach (var (feature, weight) in TopicVectors.Unit(sum)) centres[feature].Add((topic.Key, weight));
        }
    }

    private double[] Central(List<(int Feature, double Weight)> vector)
    {
        var central = new double[topics.Count];
        foreach (var (feature, weight) in vector)
            foreach (var (topic, centre) in centres[feature]) central[topic] += weight * centre;
        return central;
    }

    private double[] NearestPerTopic(double[] scores)
    {
        var best = new double[topics.Count];
        var second = new double[topics.Count];
        for (var at = 0; at < scores.Length; at++)
        {
            var topic = examples[at].Topic;
            if (scores[at] > best[topic]) (second[topic], best[topic]) = (best[topic], scores[at]);
            else if (scores[at] > second[topic]) second[topic] = scores[at];
        }

        return [.. best.Zip(second, (first, next) => ((1 - SecondNearest) * first) + (SecondNearest * next))];
    }

    private double[] ExampleScores(List<(int Feature, double Weight)> vector)
    {
        var scores = new double[examples.Count];
        foreach (var (feature, weight) in vector)
            foreach (var (example, other) in postings[feature]) scores[example] += weight * other;
        return scores;
    }
}
