using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using System.Runtime.InteropServices;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>
/// A matrix of inputs × outputs with a bias, its weights as bytes with one scale per output. A row of inputs is rounded to
/// 13 bits and a sign, so that the products add up in 32 bits without loss and every processor gives the same sums.
/// </summary>
/// <param name="weights">Panels of 32 outputs; in a panel, for each pair of inputs, the two weights of each output.</param>
internal sealed class QuantisedMatrix(int inputs, int outputs, float[] scales, float[] bias, sbyte[] weights)
{
    /// <summary>1,536 inputs × 127 × 8,191 still fits an int.</summary>
    private const float Largest = 8191;

    public int Inputs => inputs;

    public int Outputs => outputs;

    /// <summary>Multiplies each row of <paramref name="source"/> and writes the rows to <paramref name="destination"/>.</summary>
    public void Apply(ReadOnlySpan<float> source, Span<float> destination, Scratch scratch)
    {
        var rows = source.Length / inputs;
        var padded = PairSums.Padded(rows);
        var rowScales = scratch.RowScales.AsSpan(0, rows);
        var rounded = scratch.Rounded.AsSpan(0, padded * inputs);
        for (var row = 0; row < rows; row++) rowScales[row] = Round(source.Slice(row * inputs, inputs), rounded.Slice(row * inputs, inputs));
        rounded[(rows * inputs)..].Clear();

        var sums = scratch.Sums.AsSpan(0, padded * outputs);
        PairSums.Compute(MemoryMarshal.Cast<short, int>(rounded), weights, sums, inputs / 2, outputs);
        for (var row = 0; row < rows; row++) Scale(sums.Slice(row * outputs, outputs), rowScales[row], destination.Slice(row * outputs, outputs));
    }

    private void Scale(ReadOnlySpan<int> sums, float rowScale, Span<float> destination)
    {
        TensorPrimitives.ConvertTruncating(sums, destination);
        TensorPrimitives.Multiply(destination, rowScale, destination);
        TensorPrimitives.MultiplyAdd(destination, scales, bias, destination);
    }

    private static float Round(ReadOnlySpan<float> row, Span<short> rounded)
    {
        var largest = MathF.Abs(TensorPrimitives.MaxMagnitude(row));
        if (largest == 0)
        {
            rounded.Clear();
            return 0;
        }

        var factor = Vector256.Create(Largest / largest);
        var lanes = Vector256<float>.Count;
        for (var at = 0; at < row.Length; at += 2 * lanes)
        {
            var low = Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(row.Slice(at, lanes)) * factor));
            var high = Vector256.ConvertToInt32(Vector256.Round(Vector256.Create(row.Slice(at + lanes, lanes)) * factor));
            Vector256.Narrow(low, high).CopyTo(rounded[at..]);
        }

        return largest / Largest;
    }
}
