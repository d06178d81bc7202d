using System.Numerics.Tensors;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Learned;

/// <summary>One question put to a message, as weights of a logistic regression.</summary>
/// <param name="Name">What is asked, such as "level-3" or "category-drug-debt".</param>
/// <param name="Words">Weights of the first n-grams of the table; the rest count nothing.</param>
/// <param name="Meaning">Weights of the sentence embedding, 512 of them.</param>
/// <param name="Rules">Weights of the rules that fired, by their place in the model's list.</param>
/// <param name="Slope">With <paramref name="Offset"/> makes the sum a probability (Platt), fitted on messages the weights had not seen.</param>
internal sealed record Head(string Name, Half[] Words, float[] Meaning, float[] Rules, float Bias, float Slope, float Offset);

/// <summary>A message as the heads see it.</summary>
/// <param name="Meaning">512 numbers.</param>
internal sealed record Observed(IReadOnlyList<Feature> Words, float[] Meaning, IReadOnlyList<int> Rules);

/// <summary>The learned part of the screen: n-grams, the sentence encoder and the rules that fired, weighed together. Read once, never changed.</summary>
public sealed class RiskModel
{
    // A burst of messages must not take every core from the chat at once: so many encodings run together and the others wait their turn.
    private static readonly SemaphoreSlim Encoding = new(Math.Max(1, Environment.ProcessorCount));
    private readonly Dictionary<string, int> rules;
    private readonly Dictionary<string, Head> heads;

    /// <param name="usualMeaning">The mean embedding of the examples: stands in where the encoder is skipped.</param>
    /// <param name="thresholds">By name: from which probability an answer counts as yes.</param>
    internal RiskModel(
        FeatureTable table, IReadOnlyList<string> ruleNames, float[] usualMeaning, IReadOnlyList<Head> heads,
        IReadOnlyDictionary<string, float> thresholds, SentenceEncoder encoder)
    {
        (Table, RuleNames, UsualMeaning, Heads, Thresholds, Encoder) = (table, ruleNames, usualMeaning, heads, thresholds, encoder);
        rules = ruleNames.Select((name, at) => (name, at)).ToDictionary(pair => pair.name, pair => pair.at);
        this.heads = heads.ToDictionary(head => head.Name);
    }

    internal FeatureTable Table { get; }

    internal IReadOnlyList<string> RuleNames { get; }

    internal float[] UsualMeaning { get; }

    internal IReadOnlyList<Head> Heads { get; }

    internal IReadOnlyDictionary<string, float> Thresholds { get; }

    internal SentenceEncoder Encoder { get; }

    /// <param name="encode">False where the encoder cannot change the answer: a single word, a level 4 by a firm rule.</param>
    internal Observed Observe(string written, Seen seen, bool encode) => new(
        Table.Read(seen.Text, seen.Chart, seen.ConceptNames),
        encode ? Meaning(written) : UsualMeaning,
        [.. seen.Fired.Distinct().Where(rules.ContainsKey).Select(name => rules[name]).Order()]);

    internal Head Head(string name) => heads[name];

    /// <summary>0 to 1: how likely the answer to this question is yes.</summary>
    internal double Probability(string head, Observed observed) => Probability(heads[head], observed);

    internal static double Probability(Head head, Observed observed) =>
        1 / (1 + Math.Exp(-(head.Slope * Sum(head, observed) + head.Offset)));

    internal static float Sum(Head head, Observed observed)
    {
        var sum = head.Bias + WordSum(head, observed.Words) + TensorPrimitives.Dot(head.Meaning, observed.Meaning);
        foreach (var rule in observed.Rules) sum += head.Rules[rule];
        return sum;
    }

    internal static float WordSum(Head head, IReadOnlyList<Feature> words)
    {
        var sum = 0f;
        foreach (var feature in words)
        {
            if (feature.Index >= head.Words.Length) break;
            sum += (float)head.Words[feature.Index] * feature.Value;
        }

        return sum;
    }

    // Wide gaps and line breaks say nothing, but each would be a piece of its own to the encoder.
    private static string OneLine(string written) => string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private float[] Meaning(string written)
    {
        var meaning = new float[SentenceEncoder.Dimensions];
        Encoding.Wait();
        try
        {
            Encoder.Encode(OneLine(written).ToLowerInvariant(), meaning);
        }
        finally
        {
            Encoding.Release();
        }

        return meaning;
    }
}
