using System.Runtime.Intrinsics.X86;
using EngagementBot.Conversations.Risk.Encoding;

namespace EngagementBot.Conversations.Tests.Risk.Encoding;

public class On_every_processor
{
    private const int Pairs = 768;
    private const int Outputs = 64;
    private readonly int[] _block = new int[4 * Pairs];
    private readonly sbyte[] _panel = new sbyte[Pairs * 64];

    public On_every_processor()
    {
        var chance = new Random(20261123);
        for (var at = 0; at < _block.Length; at++) _block[at] = chance.Next(-8191, 8192) << 16 | (ushort)chance.Next(-8191, 8192);
        for (var at = 0; at < _panel.Length; at++) _panel[at] = (sbyte)chance.Next(-127, 128);
    }

    private delegate void Way(ReadOnlySpan<int> block, ReadOnlySpan<sbyte> panel, Span<int> target, int pairs, int outputs);

    /// <summary>Every width that this processor can add in; 128 bits always.</summary>
    public static TheoryData<string> Widths { get; } =
    [
        nameof(PairSums.Sum128),
        .. Avx2.IsSupported ? new[] { nameof(PairSums.Sum256) } : [],
        .. Avx512BW.IsSupported ? new[] { nameof(PairSums.Sum512) } : [],
    ];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Vectors_lose_nothing(string width) => AssertExact(width switch
    {
        nameof(PairSums.Sum128) => PairSums.Sum128,
        nameof(PairSums.Sum256) => PairSums.Sum256,
        _ => PairSums.Sum512,
    });

    [Fact]
    public void The_largest_inputs_and_weights_do_not_overflow()
    {
        Array.Fill(_block, 8191 << 16 | 8191);
        Array.Fill(_panel, (sbyte)127);

        Assert.Equal(1536 * 8191 * 127, Sums(PairSums.Sum128)[0]);
    }

    private void AssertExact(Way way)
    {
        var sums = Sums(way);
        Assert.All(
            from row in Enumerable.Range(0, 4) from output in Enumerable.Range(0, 32) select (row, output),
            at => Assert.Equal(Exactly(at.row, at.output), sums[at.row * Outputs + at.output]));
    }

    private int[] Sums(Way way)
    {
        var sums = new int[3 * Outputs + 32];
        way(_block, _panel, sums, Pairs, Outputs);
        return sums;
    }

    private long Exactly(int row, int output)
    {
        var sum = 0L;
        for (var pair = 0; pair < Pairs; pair++)
        {
            var both = _block[row * Pairs + pair];
            sum += (long)(short)both * _panel[pair * 64 + 2 * output] + (long)(both >> 16) * _panel[pair * 64 + 2 * output + 1];
        }

        return sum;
    }
}
