using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngagementBot.Conversations;

/// <summary>Words somebody wrote. Printing it shows only its length, so that no log, error or trace can hold a text by accident.</summary>
[GenerateSerializer, Immutable]
[JsonConverter(typeof(MessageTextJson))]
public readonly record struct MessageText([property: Id(0)] string Words)
{
    /// <summary>The longest message taken, in UTF-16 units.</summary>
    public const int MaxLength = 4000;

    public bool IsBlank => string.IsNullOrWhiteSpace(Words);

    public override string ToString() => $"[{Words?.Length ?? 0} characters]";
}

/// <summary>A plain string in storage.</summary>
public sealed class MessageTextJson : JsonConverter<MessageText>
{
    public override MessageText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, MessageText value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Words);
}
