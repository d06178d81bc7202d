using System.Numerics.Tensors;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>Layer normalisation: each row to mean 0 and variance 1, then scaled and moved per column.</summary>
internal sealed class LayerNorm(float[] scale, float[] bias)
{
    private const float Epsilon = 1e-6f;

    /// <summary>Normalises each row of <paramref name="source"/> into <paramref name="destination"/>; both are rows of the layer's width.</summary>
    public void Apply(ReadOnlySpan<float> source, Span<float> destination)
    {
        for (var at = 0; at < source.Length; at += scale.Length) Row(source.Slice(at, scale.Length), destination.Slice(at, scale.Length));
    }

    private void Row(ReadOnlySpan<float> row, Span<float> destination)
    {
        TensorPrimitives.Subtract(row, TensorPrimitives.Sum(row) / row.Length, destination);
        var variance = TensorPrimitives.SumOfSquares<float>(destination) / row.Length;
        TensorPrimitives.Multiply(destination, 1 / MathF.Sqrt(variance + Epsilon), destination);
        TensorPrimitives.MultiplyAdd(destination, scale, bias, destination);
    }
}
