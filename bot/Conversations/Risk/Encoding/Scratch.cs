using System.Buffers;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>The rented arrays of one encoding, given back at its end. Their contents are undefined until written.</summary>
internal sealed class Scratch : IDisposable
{
    private const int Widest = 1536;

    public Scratch(int rows)
    {
        var padded = PairSums.Padded(rows);
        RowScales = ArrayPool<float>.Shared.Rent(padded);
        Rounded = ArrayPool<short>.Shared.Rent(padded * Widest);
        Sums = ArrayPool<int>.Shared.Rent(padded * Widest);
        State = ArrayPool<float>.Shared.Rent(rows * SentenceEncoder.Dimensions);
        Normed = ArrayPool<float>.Shared.Rent(rows * SentenceEncoder.Dimensions);
        Wide = ArrayPool<float>.Shared.Rent(rows * Widest);
    }

    /// <summary>What each row of <see cref="Rounded"/> is to be multiplied by.</summary>
    public float[] RowScales { get; }

    public short[] Rounded { get; }

    public int[] Sums { get; }

    /// <summary>The rows as the layers pass them on.</summary>
    public float[] State { get; }

    /// <summary>Rows of the state's width: normalised, or what is to be added to the state.</summary>
    public float[] Normed { get; }

    /// <summary>Queries, keys and values, or the hidden layer.</summary>
    public float[] Wide { get; }

    public void Dispose()
    {
        ArrayPool<short>.Shared.Return(Rounded);
        ArrayPool<int>.Shared.Return(Sums);
        foreach (var floats in (ReadOnlySpan<float[]>)[RowScales, State, Normed, Wide]) ArrayPool<float>.Shared.Return(floats);
    }
}
