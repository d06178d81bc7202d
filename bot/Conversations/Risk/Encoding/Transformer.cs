using System.Numerics.Tensors;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>Piece ids to an embedding: vectors with their places, two layers, the mean over all rows, one last layer.</summary>
internal sealed record Transformer(PieceVectors Vectors, float[] Frequencies, TransformerLayer First, TransformerLayer Second, QuantisedMatrix Last)
{
    private const int Halves = 128;

    public static Transformer Read(WeightReader weights)
    {
        var (vectors, frequencies, widen) = (weights.PieceVectors(), weights.Floats(Halves), weights.Matrix());
        return new Transformer(vectors, frequencies, TransformerLayer.Read(weights, widen), TransformerLayer.Read(weights, widen: null), weights.Matrix());
    }

    /// <param name="pieces">From 1 to 128 ids.</param>
    /// <param name="destination">512 numbers of Euclidean length 1.</param>
    public void Embed(ReadOnlySpan<ushort> pieces, Span<float> destination)
    {
        using var scratch = new Scratch(pieces.Length);
        for (var at = 0; at < pieces.Length; at++) Place(pieces[at], at, scratch.State.AsSpan(at * Vectors.Width, Vectors.Width));
        First.Apply(pieces.Length, scratch);
        Second.Apply(pieces.Length, scratch);
        Pool(pieces.Length, scratch, destination);
    }

    /// <summary>The original adds the vector to itself with its place, so it counts twice.</summary>
    private void Place(ushort piece, int at, Span<float> row)
    {
        Vectors.Write(piece, row);
        TensorPrimitives.Multiply(row, 2, row);
        for (var half = 0; half < Halves; half++)
        {
            var (sine, cosine) = MathF.SinCos(at * Frequencies[half]);
            row[half] += sine;
            row[Halves + half] += cosine;
        }
    }

    private void Pool(int rows, Scratch scratch, Span<float> destination)
    {
        Span<float> mean = stackalloc float[SentenceEncoder.Dimensions];
        mean.Clear();
        for (var row = 0; row < rows; row++) TensorPrimitives.Add(mean, scratch.State.AsSpan(row * mean.Length, mean.Length), mean);
        TensorPrimitives.Divide(mean, rows, mean);
        Last.Apply(mean, destination, scratch);
        TensorPrimitives.Tanh(destination, destination);
        TensorPrimitives.Divide(destination, TensorPrimitives.Norm<float>(destination), destination);
    }
}
