using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using EngagementBot.Conversations.Risk.Encoding;

namespace EngagementBot.Conversations.Tests.Risk.Encoding;

/// <summary>The encoder as it ships, and what the JavaScript original makes of 200 messages (tools/encoder/fixtures.mjs).</summary>
internal static partial class OriginalEmbeddings
{
    private static readonly string Here = Path.Combine(AppContext.BaseDirectory, "Risk", "Encoding");

    public static string ModelFile { get; } = Path.Combine(AppContext.BaseDirectory, "dialogs", "risk", "model", "encoder.bin");

    public static SentenceEncoder Encoder { get; } = SentenceEncoder.Load(ModelFile);

    public static IReadOnlyList<Original> All { get; } = [.. Read(File.ReadAllBytes(Path.Combine(Here, "originals.bin")))];

    public static float[] Embedding(string text)
    {
        var embedding = new float[SentenceEncoder.Dimensions];
        Encoder.Encode(text, embedding);
        return embedding;
    }

    private static IEnumerable<Original> Read(byte[] file)
    {
        var at = 0;
        foreach (var line in File.ReadLines(Path.Combine(Here, "texts.txt")))
        {
            var text = Escape().Replace(line, match => ((char)Convert.ToUInt16(match.Groups[1].Value, 16)).ToString());
            var pieces = new ushort[BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at))];
            for (var piece = 0; piece < pieces.Length; piece++) pieces[piece] = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + 4 + 2 * piece));
            at += 4 + 2 * pieces.Length;
            var scale = BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(at));
            var values = MemoryMarshal.Cast<byte, sbyte>(file.AsSpan(at + 4, SentenceEncoder.Dimensions)).ToArray();
            at += 4 + values.Length;
            yield return new Original(text, pieces, [.. values.Select(value => value * scale)]);
        }

        if (at != file.Length) throw new InvalidDataException("originals.bin belongs to other texts.");
    }

    [GeneratedRegex(@"\\u([0-9A-Fa-f]{4})")]
    private static partial Regex Escape();
}

/// <param name="Pieces">Every id, also of a text of more than 128.</param>
internal sealed record Original(string Text, ushort[] Pieces, float[] Embedding);
