using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>
/// The inner loop of <see cref="QuantisedMatrix"/>: 4 rows by 32 or 16 outputs at a time, two inputs to each output per step.
/// Whole numbers throughout, so all three vector widths give the same sums to the bit.
/// </summary>
internal static class PairSums
{
    private const int RowBlock = 4;
    private const int Panel = 32;

    /// <summary>Rows are taken four at a time: that many must be there, the last of them zeros.</summary>
    public static int Padded(int rows) => (rows + RowBlock - 1) / RowBlock * RowBlock;

    /// <summary>Sums of products.</summary>
    /// <param name="source">Padded rows of <paramref name="pairs"/>: two 16-bit inputs in each int.</param>
    /// <param name="weights">Panels of 32 outputs, as <see cref="QuantisedMatrix"/> has them.</param>
    /// <param name="sums">Padded rows of <paramref name="outputs"/>.</param>
    public static void Compute(ReadOnlySpan<int> source, ReadOnlySpan<sbyte> weights, Span<int> sums, int pairs, int outputs)
    {
        var rows = source.Length / pairs;
        for (var output = 0; output < outputs; output += Panel)
        {
            var panel = weights.Slice(output * pairs * 2, Panel * pairs * 2);
            for (var row = 0; row < rows; row += RowBlock)
            {
                var block = source.Slice(row * pairs, RowBlock * pairs);
                var target = sums.Slice(row * outputs + output, (RowBlock - 1) * outputs + Panel);
                if (Avx512BW.IsSupported) Sum512(block, panel, target, pairs, outputs);
                else if (Avx2.IsSupported) Sum256(block, panel, target, pairs, outputs);
                else Sum128(block, panel, target, pairs, outputs);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum512(ReadOnlySpan<int> block, ReadOnlySpan<sbyte> panel, Span<int> target, int pairs, int outputs)
    {
        ref var input = ref MemoryMarshal.GetReference(block);
        ref var weight = ref MemoryMarshal.GetReference(panel);
        Vector512<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var pair = 0; pair < pairs; pair++)
        {
            var low = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref weight, (nuint)(pair * 64)));
            var high = Avx512BW.ConvertToVector512Int16(Vector256.LoadUnsafe(ref weight, (nuint)(pair * 64 + 32)));
            var a = Vector512.Create(Unsafe.Add(ref input, pair)).AsInt16();
            a0 += Avx512BW.MultiplyAddAdjacent(low, a);
            a1 += Avx512BW.MultiplyAddAdjacent(high, a);
            var b = Vector512.Create(Unsafe.Add(ref input, pairs + pair)).AsInt16();
            b0 += Avx512BW.MultiplyAddAdjacent(low, b);
            b1 += Avx512BW.MultiplyAddAdjacent(high, b);
            var c = Vector512.Create(Unsafe.Add(ref input, 2 * pairs + pair)).AsInt16();
            c0 += Avx512BW.MultiplyAddAdjacent(low, c);
            c1 += Avx512BW.MultiplyAddAdjacent(high, c);
            var d = Vector512.Create(Unsafe.Add(ref input, 3 * pairs + pair)).AsInt16();
            d0 += Avx512BW.MultiplyAddAdjacent(low, d);
            d1 += Avx512BW.MultiplyAddAdjacent(high, d);
        }

        Write(target, a0, a1);
        Write(target[outputs..], b0, b1);
        Write(target[(2 * outputs)..], c0, c1);
        Write(target[(3 * outputs)..], d0, d1);
    }

    public static void Sum256(ReadOnlySpan<int> block, ReadOnlySpan<sbyte> panel, Span<int> target, int pairs, int outputs)
    {
        Half256(block, panel, target, pairs, outputs);
        Half256(block, panel[Panel..], target[(Panel / 2)..], pairs, outputs);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half256(ReadOnlySpan<int> block, ReadOnlySpan<sbyte> panel, Span<int> target, int pairs, int outputs)
    {
        ref var input = ref MemoryMarshal.GetReference(block);
        ref var weight = ref MemoryMarshal.GetReference(panel);
        Vector256<int> a0 = default, a1 = default, b0 = default, b1 = default, c0 = default, c1 = default, d0 = default, d1 = default;
        for (var pair = 0; pair < pairs; pair++)
        {
            var low = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weight, (nuint)(pair * 64)));
            var high = Avx2.ConvertToVector256Int16(Vector128.LoadUnsafe(ref weight, (nuint)(pair * 64 + 16)));
            var a = Vector256.Create(Unsafe.Add(ref input, pair)).AsInt16();
            a0 += Avx2.MultiplyAddAdjacent(low, a);
            a1 += Avx2.MultiplyAddAdjacent(high, a);
            var b = Vector256.Create(Unsafe.Add(ref input, pairs + pair)).AsInt16();
            b0 += Avx2.MultiplyAddAdjacent(low, b);
            b1 += Avx2.MultiplyAddAdjacent(high, b);
            var c = Vector256.Create(Unsafe.Add(ref input, 2 * pairs + pair)).AsInt16();
            c0 += Avx2.MultiplyAddAdjacent(low, c);
            c1 += Avx2.MultiplyAddAdjacent(high, c);
            var d = Vector256.Create(Unsafe.Add(ref input, 3 * pairs + pair)).AsInt16();
            d0 += Avx2.MultiplyAddAdjacent(low, d);
            d1 += Avx2.MultiplyAddAdjacent(high, d);
        }

        Write(target, a0, a1);
        Write(target[outputs..], b0, b1);
        Write(target[(2 * outputs)..], c0, c1);
        Write(target[(3 * outputs)..], d0, d1);
    }

    /// <summary>Without a processor's own instruction for pairs: the two weights of an output are the halves of an int.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum128(ReadOnlySpan<int> block, ReadOnlySpan<sbyte> panel, Span<int> target, int pairs, int outputs)
    {
        ref var weight = ref MemoryMarshal.GetReference(panel);
        for (var row = 0; row < RowBlock; row++)
        {
            var inputs = block.Slice(row * pairs, pairs);
            for (var output = 0; output < Panel; output += 8)
            {
                Vector128<int> low = default, high = default;
                for (var pair = 0; pair < inputs.Length; pair++)
                {
                    var (four, fourMore) = Vector128.Widen(Vector128.LoadUnsafe(ref weight, (nuint)(pair * 64 + 2 * output)));
                    var (first, second) = ((int)(short)inputs[pair], inputs[pair] >> 16);
                    low += ((four.AsInt32() << 16) >> 16) * first + (four.AsInt32() >> 16) * second;
                    high += ((fourMore.AsInt32() << 16) >> 16) * first + (fourMore.AsInt32() >> 16) * second;
                }

                low.CopyTo(target[(row * outputs + output)..]);
                high.CopyTo(target[(row * outputs + output + 4)..]);
            }
        }
    }

    private static void Write(Span<int> target, Vector512<int> low, Vector512<int> high)
    {
        low.CopyTo(target);
        high.CopyTo(target[Vector512<int>.Count..]);
    }

    private static void Write(Span<int> target, Vector256<int> low, Vector256<int> high)
    {
        low.CopyTo(target);
        high.CopyTo(target[Vector256<int>.Count..]);
    }
}
