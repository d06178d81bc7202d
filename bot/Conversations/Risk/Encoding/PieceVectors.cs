using System.Numerics.Tensors;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>A vector per piece, each number in a byte times the piece's own scale.</summary>
internal sealed class PieceVectors(int width, float[] scales, sbyte[] values)
{
    public int Width => width;

    public void Write(ushort id, Span<float> destination)
    {
        TensorPrimitives.ConvertTruncating<sbyte, float>(values.AsSpan(id * width, width), destination);
        TensorPrimitives.Multiply(destination, scales[id], destination);
    }
}
