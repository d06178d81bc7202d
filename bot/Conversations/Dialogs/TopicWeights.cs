namespace EngagementBot.Conversations.Dialogs;

/// <summary>Softmax regression over the examples' features, fitted by gradient steps in a fixed order, so that the same examples always give the same weights.</summary>
internal sealed class TopicWeights
{
    private const int Rounds = 12;
    private const double FirstStep = 8;
    private const double Slowing = 0.3;
    private const double BiasShare = 0.01;

    /// <summary>Examples are taken seven apart, so that a topic's own do not come all at once.</summary>
    private const int Stride = 7;

    private readonly int topics;
    private readonly float[] weights;
    private readonly float[] bias;

    /// <param name="examples">A topic's number and a unit vector of features each.</param>
    public TopicWeights(IReadOnlyList<(int Topic, List<(int Feature, double Weight)> Vector)> examples, int features, int topics)
    {
        this.topics = topics;
        weights = new float[features * topics];
        bias = new float[topics];
        for (var round = 0; round < Rounds; round++)
            for (var start = 0; start < Stride; start++)
                for (var at = start; at < examples.Count; at += Stride)
                    Step(examples[at].Topic, examples[at].Vector, (float)(FirstStep / (1 + (Slowing * round))));
    }

    /// <summary>Probabilities by topic number; they sum to 1.</summary>
    public double[] Probabilities(List<(int Feature, double Weight)> vector)
    {
        var sums = new double[topics];
        for (var topic = 0; topic < topics; topic++) sums[topic] = bias[topic];
        foreach (var (feature, weight) in vector)
            for (var topic = 0; topic < topics; topic++) sums[topic] += weight * weights[(feature * topics) + topic];

        var highest = sums.Max();
        for (var topic = 0; topic < topics; topic++) sums[topic] = Math.Exp(sums[topic] - highest);
        var total = sums.Sum();
        for (var topic = 0; topic < topics; topic++) sums[topic] /= total;
        return sums;
    }

    private void Step(int truth, List<(int Feature, double Weight)> vector, float step)
    {
        var wrong = Probabilities(vector);
        wrong[truth] -= 1;
        for (var topic = 0; topic < topics; topic++) bias[topic] -= (float)BiasShare * step * (float)wrong[topic];
        foreach (var (feature, weight) in vector)
            for (var topic = 0; topic < topics; topic++)
                weights[(feature * topics) + topic] -= step * (float)(weight * wrong[topic]);
    }
}
