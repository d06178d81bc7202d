using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>
/// Reads the weights file that tools/encoder/convert.mjs writes: a mark, the parts in a fixed order, and the SHA-256 of all that.
/// Numbers are little-endian. A file that differs by one bit is refused, because a wrong weight would show nowhere.
/// </summary>
internal sealed class WeightReader
{
    private static ReadOnlySpan<byte> Mark => "EBSENC01"u8;

    private readonly ReadOnlyMemory<byte> _body;
    private int _at = Mark.Length;

    private WeightReader(ReadOnlyMemory<byte> body) => _body = body;

    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static WeightReader Open(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var file = memory.ToArray().AsMemory();
        if (file.Length < Mark.Length + SHA256.HashSizeInBytes || !file.Span.StartsWith(Mark)) throw new InvalidDataException("These are not the sentence encoder's weights.");

        var body = file[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(body.Span).AsSpan().SequenceEqual(file.Span[body.Length..])) throw new InvalidDataException("The sentence encoder's weights are damaged.");
        return new WeightReader(body);
    }

    /// <summary>Each piece and its score (a logarithm of its frequency), in the order of their ids.</summary>
    public (string Text, double Score)[] Pieces()
    {
        var pieces = new (string, double)[Int32()];
        for (var id = 0; id < pieces.Length; id++)
        {
            var text = System.Text.Encoding.UTF8.GetString(Take(Int32()));
            pieces[id] = (text, BinaryPrimitives.ReadDoubleLittleEndian(Take(sizeof(double))));
        }

        return pieces;
    }

    public PieceVectors PieceVectors()
    {
        var (rows, width) = (Int32(), Int32());
        return new PieceVectors(width, Floats(rows), Bytes(rows * width));
    }

    public QuantisedMatrix Matrix()
    {
        var (inputs, outputs) = (Int32(), Int32());
        return new QuantisedMatrix(inputs, outputs, Floats(outputs), Floats(outputs), Bytes(inputs * outputs));
    }

    public LayerNorm LayerNorm()
    {
        var width = Int32();
        return new LayerNorm(Floats(width), Floats(width));
    }

    public float[] Floats(int count)
    {
        var bytes = Take(count * sizeof(float));
        var floats = new float[count];
        for (var at = 0; at < count; at++) floats[at] = BinaryPrimitives.ReadSingleLittleEndian(bytes[(at * sizeof(float))..]);
        return floats;
    }

    private sbyte[] Bytes(int count) => MemoryMarshal.Cast<byte, sbyte>(Take(count)).ToArray();

    private int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = _body.Span.Slice(_at, length);
        _at += length;
        return taken;
    }
}
