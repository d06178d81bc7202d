using System.Security.Cryptography;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>The topic model's weights as one flat file: a mark, the parts in a fixed order, and the SHA-256 of all that. Little-endian.</summary>
public static class TopicModelFile
{
    private static ReadOnlySpan<byte> Mark => "EBTOPC01"u8;

    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static TopicModel Read(byte[] file, SentenceEncoder encoder)
    {
        if (file.Length < Mark.Length + SHA256.HashSizeInBytes || !file.AsSpan().StartsWith(Mark)) throw new InvalidDataException("These are not the topic model's weights.");
        var body = file.AsSpan(0, file.Length - SHA256.HashSizeInBytes);
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(file.AsSpan(body.Length))) throw new InvalidDataException("The topic model's weights are damaged.");

        using var reader = new BinaryReader(new MemoryStream(file, Mark.Length, body.Length - Mark.Length));
        var table = new FeatureTable(ModelFile.Numbers<uint>(reader), ModelFile.Numbers<float>(reader));
        var scales = new TopicScales(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
        var heads = Enumerable.Range(0, reader.ReadInt32()).Select(_ => ModelFile.ReadHead(reader)).ToArray();
        var welsh = new WelshWords(reader.ReadString());
        var questions = Enumerable.Range(0, reader.ReadInt32()).Select(_ => (reader.ReadString(), reader.ReadString())).ToArray();
        return new TopicModel(table, heads, scales, welsh, questions, encoder);
    }

    internal static byte[] Write(TopicModel model)
    {
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory);
        writer.Write(Mark);
        ModelFile.Write<uint>(writer, model.Table.Hashes);
        ModelFile.Write(writer, model.Table.Rarities);
        writer.Write(model.Scales.Learned);
        writer.Write(model.Scales.Nearest);
        writer.Write(model.Scales.SureFrom);
        writer.Write(model.Heads.Count);
        foreach (var head in model.Heads) ModelFile.WriteHead(writer, head);
        writer.Write(model.Welsh.Text);
        writer.Write(model.Questions.Count);
        foreach (var (topic, text) in model.Questions)
        {
            writer.Write(topic);
            writer.Write(text);
        }

        writer.Flush();
        return [.. memory.ToArray(), .. SHA256.HashData(memory.ToArray())];
    }
}
