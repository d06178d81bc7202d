using System.Runtime.InteropServices;
using System.Security.Cryptography;
using EngagementBot.Conversations.Risk.Encoding;

namespace EngagementBot.Conversations.Risk.Learned;

/// <summary>The heads' weights as one flat file: a mark, the parts in a fixed order, and the SHA-256 of all that. Little-endian.</summary>
public static class ModelFile
{
    private static ReadOnlySpan<byte> Mark => "EBHEAD01"u8;

    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static RiskModel Read(byte[] file, SentenceEncoder encoder)
    {
        if (file.Length < Mark.Length + SHA256.HashSizeInBytes || !file.AsSpan().StartsWith(Mark)) throw new InvalidDataException("These are not the risk model's weights.");
        var body = file.AsSpan(0, file.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(file.AsSpan(body.Length))) throw new InvalidDataException("The risk model's weights are damaged.");

        using var reader = new BinaryReader(new MemoryStream(file, Mark.Length, body.Length - Mark.Length));
        var table = new FeatureTable(Numbers<uint>(reader), Numbers<float>(reader));
        var rules = Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString()).ToArray();
        var usual = Numbers<float>(reader);
        var thresholds = Enumerable.Range(0, reader.ReadInt32()).Select(_ => (reader.ReadString(), reader.ReadSingle())).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        var heads = Enumerable.Range(0, reader.ReadInt32()).Select(_ => ReadHead(reader)).ToArray();
        return new RiskModel(table, rules, usual, heads, thresholds, encoder);
    }

    internal static byte[] Write(RiskModel model)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Mark);
        Write<uint>(writer, model.Table.Hashes);
        Write(writer, model.Table.Rarities);
        writer.Write(model.RuleNames.Count);
        foreach (var rule in model.RuleNames) writer.Write(rule);
        Write<float>(writer, model.UsualMeaning);
        writer.Write(model.Thresholds.Count);
        foreach (var (name, value) in model.Thresholds.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            writer.Write(value);
        }

        writer.Write(model.Heads.Count);
        foreach (var head in model.Heads) WriteHead(writer, head);
        writer.Flush();
        return [.. memory.ToArray(), .. SHA256.HashData(memory.ToArray())];
    }

    internal static Head ReadHead(BinaryReader reader) => new(
        reader.ReadString(), Numbers<Half>(reader), Numbers<float>(reader), Numbers<float>(reader), reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());

    internal static void WriteHead(BinaryWriter writer, Head head)
    {
        writer.Write(head.Name);
        Write<Half>(writer, head.Words);
        Write<float>(writer, head.Meaning);
        Write<float>(writer, head.Rules);
        writer.Write(head.Bias);
        writer.Write(head.Slope);
        writer.Write(head.Offset);
    }

    internal static T[] Numbers<T>(BinaryReader reader) where T : unmanaged
    {
        var numbers = new T[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    internal static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> numbers) where T : unmanaged
    {
        writer.Write(numbers.Length);
        writer.Write(MemoryMarshal.AsBytes(numbers));
    }
}
