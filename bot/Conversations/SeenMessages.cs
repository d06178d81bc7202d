using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngagementBot.Conversations;

/// <summary>The last message ids taken and the commit that answered each, so that a redelivery is known without asking the store.</summary>
[GenerateSerializer, Immutable]
[JsonConverter(typeof(SeenMessagesJson))]
public sealed record SeenMessages([property: Id(0)] ImmutableList<SeenMessage> Newest)
{
    public const int Kept = 200;

    public static SeenMessages None { get; } = new([]);

    public long? SequenceOf(MessageId id) => Newest.FindLast(seen => seen.Id == id.Value)?.Sequence;

    public SeenMessages With(MessageId id, long sequence)
    {
        var kept = Newest.Count < Kept ? Newest : Newest.RemoveAt(0);
        return new SeenMessages(kept.Add(new SeenMessage(id.Value, sequence)));
    }
}

[GenerateSerializer, Immutable]
public sealed record SeenMessage([property: Id(0)] long Id, [property: Id(1)] long Sequence);

/// <summary>Packs each entry into 16 bytes: the state is written with every commit and must stay small.</summary>
public sealed class SeenMessagesJson : JsonConverter<SeenMessages>
{
    private const int EntryBytes = 2 * sizeof(long);

    public override SeenMessages Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var bytes = reader.GetBytesFromBase64();
        var seen = ImmutableList.CreateBuilder<SeenMessage>();
        for (var at = 0; at < bytes.Length; at += EntryBytes)
        {
            var entry = bytes.AsSpan(at, EntryBytes);
            seen.Add(new SeenMessage(
                BinaryPrimitives.ReadInt64LittleEndian(entry),
                BinaryPrimitives.ReadInt64LittleEndian(entry[sizeof(long)..])));
        }

        return new SeenMessages(seen.ToImmutable());
    }

    public override void Write(Utf8JsonWriter writer, SeenMessages value, JsonSerializerOptions options)
    {
        var bytes = new byte[value.Newest.Count * EntryBytes];
        var at = 0;
        foreach (var seen in value.Newest)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at), seen.Id);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(at + sizeof(long)), seen.Sequence);
            at += EntryBytes;
        }

        writer.WriteBase64StringValue(bytes);
    }
}
