using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Training;

/// <summary>What training came to: the file, and how each message scored with weights that had not seen it.</summary>
public sealed record Trained(byte[] File, IReadOnlyList<Unseen> Unseen);

/// <summary>A message scored by the fold that was trained without its group.</summary>
/// <param name="Reaches">Calibrated probability of at least level 1 to 4.</param>
public sealed record Unseen(Example Example, IReadOnlyList<double> Reaches);

/// <summary>Trains the risk model from reviewed examples: one thread, fixed order, no clock and no chance.</summary>
public sealed class Trainer(RiskRules rules, SentenceEncoder encoder, IReadOnlyList<Example> examples)
{
    private const int Folds = 5;
    private const int Levels = 4;
    private const int LeastOften = 3;
    private const int ClassesLeastOften = 8;
    private const int NarrowLeastOften = 8;

    private readonly Action<string> nothing = _ => { };

    public Trained Train(Action<string>? tell = null)
    {
        tell ??= nothing;
        var table = Table();
        tell($"{examples.Count} examples, {table.Count} n-grams");
        var names = RuleNames();
        var empty = new RiskModel(table, names, new float[SentenceEncoder.Dimensions], [], new Dictionary<string, float>(), encoder);
        var observed = examples.Select(example => Observe(empty, example)).ToList();
        var wide = new Rows(observed, table.Count, names.Count);
        var narrow = new Rows(observed, NarrowWidth(table), names.Count);
        var everyone = Enumerable.Range(0, examples.Count).ToList();

        var sums = Crossed(wide, observed, tell);
        var heads = new List<Head>();
        for (var level = 1; level <= Levels; level++)
        {
            var (slope, offset) = Calibration.Fit([.. everyone.Select(at => (sums[level - 1][at], examples[at].Level >= level))]);
            heads.Add(Regression.Fit(HeadNames.Level(level), wide, everyone, at => examples[at].Level >= level) with { Slope = slope, Offset = offset });
        }

        tell("levels trained");
        heads.AddRange(Others(narrow, everyone));
        var reaches = everyone.Select(at => (IReadOnlyList<double>)[.. Enumerable.Range(0, Levels).Select(level => Probability(heads[level], sums[level][at]))]).ToList();
        var unseen = everyone.Select(at => new Unseen(examples[at], reaches[at])).ToList();
        var thresholds = Thresholds.From(unseen);
        var model = new RiskModel(table, names, Mean(observed), heads, thresholds, encoder);
        return new Trained(ModelFile.Write(model), unseen);
    }

    private static double Probability(Head head, float sum) => 1 / (1 + Math.Exp(-(head.Slope * sum + head.Offset)));

    private Observed Observe(RiskModel model, Example example)
    {
        var seen = RiskScreen.See(new MessageText(example.Text), RiskState.Calm, rules);
        return model.Observe(example.Text, seen, encode: true);
    }

    private List<string> RuleNames() =>
        [.. rules.Book.Rules.Select(rule => rule.Name).Distinct().Concat(Enumerable.Range(0, Levels + 1).Select(level => $"level@{level}")).Order(StringComparer.Ordinal)];

    /// <summary>N-grams that at least a few messages share, most frequent first.</summary>
    private FeatureTable Table()
    {
        var often = new Dictionary<uint, int>();
        var classes = new HashSet<uint>();
        foreach (var example in examples)
        {
            var own = new HashSet<uint>();
            var seen = RiskScreen.See(new MessageText(example.Text), RiskState.Calm, rules);
            Ngrams.Read(seen.Text, (_, hash) => own.Add(hash));
            WordClasses.Read(seen.Chart, seen.ConceptNames, (_, hash) =>
            {
                own.Add(hash);
                classes.Add(hash);
            });
            foreach (var hash in own) often[hash] = often.GetValueOrDefault(hash) + 1;
        }

        var kept = often.Where(pair => pair.Value >= (classes.Contains(pair.Key) ? ClassesLeastOften : LeastOften)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).ToList();
        narrowWidth = kept.Count(pair => pair.Value >= NarrowLeastOften);
        return new FeatureTable([.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => 1 + MathF.Log((1f + examples.Count) / (1 + pair.Value)))]);
    }

    private int narrowWidth;

    private int NarrowWidth(FeatureTable table) => Math.Min(narrowWidth, table.Count);

    /// <summary>For each level the sum every message gets from the fold that has not seen its group.</summary>
    private float[][] Crossed(Rows rows, List<Observed> observed, Action<string> tell)
    {
        var groups = Likeness.Groups(examples);
        var folds = groups.Distinct().Order().Select((group, at) => (group, fold: at * 7 % Folds)).ToDictionary(pair => pair.group, pair => pair.fold);
        var sums = Enumerable.Range(0, Levels).Select(_ => new float[examples.Count]).ToArray();
        for (var fold = 0; fold < Folds; fold++)
        {
            var (inside, outside) = (new List<int>(), new List<int>());
            for (var at = 0; at < examples.Count; at++) (folds[groups[at]] == fold ? outside : inside).Add(at);
            for (var level = 1; level <= Levels; level++)
            {
                var head = Regression.Fit(HeadNames.Level(level), rows, inside, at => examples[at].Level >= level);
                foreach (var at in outside) sums[level - 1][at] = RiskModel.Sum(head, observed[at]);
            }

            tell($"fold {fold + 1} of {Folds}");
        }

        return sums;
    }

    private IEnumerable<Head> Others(Rows rows, List<int> everyone)
    {
        foreach (var category in Enum.GetValues<RiskCategory>()) yield return Regression.Fit(HeadNames.Of(category), rows, everyone, at => examples[at].Categories.Contains(category));
        foreach (var moment in Enum.GetValues<ReachableMoment>()) yield return Regression.Fit(HeadNames.Of(moment), rows, everyone, at => examples[at].Moment == moment);

        var told = everyone.Where(at => examples[at].Speaker is not null).ToList();
        foreach (var speaker in Enum.GetValues<Speaker>()) yield return Regression.Fit(HeadNames.Of(speaker), rows, told, at => examples[at].Speaker == speaker);

        // "Now" means little where nothing is feared: the time of a danger is learned from dangers.
        var timed = everyone.Where(at => examples[at] is { Immediacy: not null, Level: > 0 }).ToList();
        foreach (var when in Enum.GetValues<Immediacy>()) yield return Regression.Fit(HeadNames.Of(when), rows, timed, at => examples[at].Immediacy == when);
    }

    private static float[] Mean(List<Observed> observed)
    {
        var mean = new float[SentenceEncoder.Dimensions];
        foreach (var one in observed)
            for (var at = 0; at < mean.Length; at++) mean[at] += one.Meaning[at] / observed.Count;
        return mean;
    }
}
