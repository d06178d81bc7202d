using EngagementBot.Conversations.Risk.Learned;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace EngagementBot.Training;

/// <summary>The messages as rows of one sparse table: n-grams, then the 512 numbers of the embedding, then the rules.</summary>
internal sealed class Rows
{
    private readonly VBuffer<float>[] rows;

    public Rows(IReadOnlyList<Observed> observed, int ngrams, int rules)
    {
        (Ngrams, Rules, Width) = (ngrams, rules, ngrams + Meaning + rules);
        rows = [.. observed.Select(one => Row(one, []))];
    }

    /// <param name="leanings">In place of the rules, numbers for each message.</param>
    public Rows(IReadOnlyList<Observed> observed, int ngrams, IReadOnlyList<float[]> leanings)
    {
        (Ngrams, Rules, Width) = (ngrams, leanings[0].Length, ngrams + Meaning + leanings[0].Length);
        rows = [.. observed.Zip(leanings, Row)];
    }

    public const int Meaning = 512;

    public int Ngrams { get; }

    public int Rules { get; }

    public int Width { get; }

    public VBuffer<float> this[int at] => rows[at];

    private VBuffer<float> Row(Observed observed, float[] leanings)
    {
        var (indexes, values) = (new List<int>(), new List<float>());
        foreach (var feature in observed.Words.TakeWhile(feature => feature.Index < Ngrams))
        {
            indexes.Add(feature.Index);
            values.Add(feature.Value);
        }

        for (var at = 0; at < Meaning; at++)
        {
            indexes.Add(Ngrams + at);
            values.Add(observed.Meaning[at]);
        }

        foreach (var rule in observed.Rules)
        {
            indexes.Add(Ngrams + Meaning + rule);
            values.Add(1);
        }

        for (var at = 0; at < leanings.Length; at++)
        {
            indexes.Add(Ngrams + Meaning + at);
            values.Add(leanings[at]);
        }

        return new VBuffer<float>(Width, indexes.Count, [.. values], [.. indexes]);
    }
}

/// <summary>Fits the weights of one head: L2-regularised logistic regression, one thread and a fixed order, so that the same rows give the same bytes.</summary>
internal static class Regression
{
    private const float Penalty = 0.1f;
    private const int Most = 40;

    public static Head Fit(string name, Rows rows, IReadOnlyList<int> of, Func<int, bool> holds)
    {
        var ml = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, rows.Width);
        var view = ml.Data.LoadFromEnumerable(of.Select(at => new Row { Features = rows[at], Label = holds(at) }), schema);
        var trainer = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            L1Regularization = 0,
            L2Regularization = Penalty,
            NumberOfThreads = 1,
            OptimizationTolerance = 1e-4f,
            MaximumNumberOfIterations = Most,
        });
        var fitted = trainer.Fit(ml.Data.Cache(view)).Model.SubModel;
        var weights = fitted.Weights.ToArray();
        return new Head(
            name,
            [.. weights.Take(rows.Ngrams).Select(weight => (Half)weight)],
            weights[rows.Ngrams..(rows.Ngrams + Rows.Meaning)],
            weights[(rows.Ngrams + Rows.Meaning)..],
            fitted.Bias,
            Slope: 1,
            Offset: 0);
    }

    private sealed class Row
    {
        public VBuffer<float> Features { get; set; }

        public bool Label { get; set; }
    }
}
