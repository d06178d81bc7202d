using System.Runtime.InteropServices;
using EngagementBot.Conversations.Risk.Rules;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Learned;

/// <summary>One weighted feature of a message.</summary>
internal readonly record struct Feature(int Index, float Value);

/// <summary>The n-grams the model knows, most frequent first, and how much each tells by being rare.</summary>
internal sealed class FeatureTable
{
    private readonly Dictionary<uint, int> indexes;
    private readonly float[] rarities;

    /// <param name="hashes">Without repeats; the place of a hash is the feature's index.</param>
    /// <param name="rarities">Inverse document frequencies, by index.</param>
    public FeatureTable(uint[] hashes, float[] rarities)
    {
        (Hashes, this.rarities) = (hashes, rarities);
        indexes = new Dictionary<uint, int>(hashes.Length);
        for (var index = 0; index < hashes.Length; index++) indexes.Add(hashes[index], index);
    }

    public uint[] Hashes { get; }

    public ReadOnlySpan<float> Rarities => rarities;

    public int Count => Hashes.Length;

    /// <summary>The known n-grams of a text in order of their indexes; those of each kind together have length 1.</summary>
    /// <param name="chart">The word classes found; null where only the letters and words count.</param>
    public List<Feature> Read(FoldedText text, Chart? chart, IReadOnlyList<string?> names)
    {
        var counts = new Dictionary<int, (int Count, FeatureKind Kind)>();
        void Take(FeatureKind kind, uint hash)
        {
            if (!indexes.TryGetValue(hash, out var index)) return;

            ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, index, out _);
            seen = (seen.Count + 1, kind);
        }

        Ngrams.Read(text, Take);
        if (chart is not null) WordClasses.Read(chart, names, Take);

        Span<float> squares = stackalloc float[4];
        squares.Clear();
        foreach (var (index, (count, kind)) in counts) squares[(int)kind] += Square(Weight(index, count));

        var features = new List<Feature>(counts.Count);
        foreach (var (index, (count, kind)) in counts) features.Add(new Feature(index, Weight(index, count) / MathF.Sqrt(squares[(int)kind])));
        features.Sort((one, other) => one.Index.CompareTo(other.Index));
        return features;
    }

    private float Weight(int index, int count) => (1 + MathF.Log(count)) * rarities[index];

    private static float Square(float value) => value * value;
}
