using System.Numerics.Tensors;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>How the learned sums and the nearest examples are weighed against each other, fitted on questions neither had seen.</summary>
/// <param name="Learned">Weight of a topic's learned sum.</param>
/// <param name="Nearest">Weight of its nearest examples' likeness, 0 to 1.</param>
/// <param name="SureFrom">The probability from which the first topic is acted on.</param>
internal sealed record TopicScales(float Learned, float Nearest, float SureFrom)
{
    /// <summary>Probabilities in the order of the topics; they sum to 1.</summary>
    public double[] Probabilities(ReadOnlySpan<float> sums, ReadOnlySpan<double> nearest)
    {
        var weighed = new double[sums.Length];
        for (var at = 0; at < weighed.Length; at++) weighed[at] = (Learned * sums[at]) + (Nearest * nearest[at]);
        TensorPrimitives.SoftMax<double>(weighed, weighed);
        return weighed;
    }
}

/// <summary>One head for each topic over n-grams and the sentence embedding: it carries Welsh and wordings that no example has. Read once, never changed.</summary>
public sealed class TopicModel
{
    private readonly SentenceEncoder encoder;

    internal TopicModel(
        FeatureTable table, IReadOnlyList<Head> heads, TopicScales scales, WelshWords welsh, IReadOnlyList<(string Topic, string Text)> questions, SentenceEncoder encoder)
    {
        (Table, Heads, Scales, Welsh, Questions, this.encoder) = (table, heads, scales, welsh, questions, encoder);
        Topics = [.. heads.Select(head => head.Name)];
    }

    internal FeatureTable Table { get; }

    /// <summary>One a topic, in the order of their names.</summary>
    internal IReadOnlyList<Head> Heads { get; }

    internal IReadOnlyList<string> Topics { get; }

    internal TopicScales Scales { get; }

    internal WelshWords Welsh { get; }

    /// <summary>The questions it was trained on, in English words: examples for the nearest-example search.</summary>
    internal IReadOnlyList<(string Topic, string Text)> Questions { get; }

    internal Observed Observe(string text)
    {
        var english = Welsh.English(text);
        var meaning = new float[SentenceEncoder.Dimensions];
        encoder.Encode(english ?? text.ToLowerInvariant(), meaning);
        return new Observed(Table.Read(Letters(text, english), null, []), meaning, []);
    }

    /// <summary>What the n-grams are read from: a Welsh text counts as written and as English words.</summary>
    internal static FoldedText Letters(string text, string? english) => new(english is null ? text : $"{text} {english}");

    /// <summary>How likely each topic is, in the order of <see cref="Topics"/>.</summary>
    internal double[] Probabilities(string text, IReadOnlyDictionary<string, double> nearest)
    {
        var observed = Observe(text);
        return Scales.Probabilities(
            [.. Heads.Select(head => RiskModel.Sum(head, observed))],
            [.. Topics.Select(topic => nearest.GetValueOrDefault(topic))]);
    }
}
