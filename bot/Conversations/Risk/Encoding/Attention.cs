using System.Numerics.Tensors;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>Scaled dot-product attention with four heads: each row becomes a mixture of all rows' values.</summary>
internal static class Attention
{
    private const int Heads = 4;

    /// <param name="joined">Rows of queries, keys and values, each of <paramref name="width"/>.</param>
    /// <param name="mixed">Rows of <paramref name="width"/>.</param>
    public static void Mix(ReadOnlySpan<float> joined, Span<float> mixed, int width)
    {
        Span<float> shares = stackalloc float[SentenceEncoder.Window];
        shares = shares[..(joined.Length / (3 * width))];
        var headWidth = width / Heads;
        mixed.Clear();
        for (var row = 0; row < shares.Length; row++)
        {
            for (var column = 0; column < width; column += headWidth)
            {
                var query = joined.Slice(row * 3 * width + column, headWidth);
                Share(query, joined[(width + column)..], shares, 3 * width);
                Gather(shares, joined[(2 * width + column)..], mixed.Slice(row * width + column, headWidth), 3 * width);
            }
        }
    }

    private static void Share(ReadOnlySpan<float> query, ReadOnlySpan<float> keys, Span<float> shares, int stride)
    {
        for (var row = 0; row < shares.Length; row++) shares[row] = TensorPrimitives.Dot(query, keys.Slice(row * stride, query.Length));
        TensorPrimitives.Subtract(shares, TensorPrimitives.Max<float>(shares), shares); // so that no exponential overflows
        TensorPrimitives.Multiply(shares, 1 / MathF.Sqrt(query.Length), shares);
        TensorPrimitives.Exp<float>(shares, shares);
        TensorPrimitives.Divide(shares, TensorPrimitives.Sum<float>(shares), shares);
    }

    private static void Gather(ReadOnlySpan<float> shares, ReadOnlySpan<float> values, Span<float> mixture, int stride)
    {
        for (var row = 0; row < shares.Length; row++)
        {
            TensorPrimitives.MultiplyAdd(values.Slice(row * stride, mixture.Length), shares[row], mixture, mixture);
        }
    }
}
