using System.Text.Json.Serialization;

namespace EngagementBot.Conversations.Identifiers;

/// <summary>What a stretch of free text could give away: who somebody is or where they can be found.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<IdentifierKind>))]
public enum IdentifierKind
{
    [JsonStringEnumMemberName("phone")] Phone,
    [JsonStringEnumMemberName("email")] Email,
    [JsonStringEnumMemberName("postcode")] Postcode,
    [JsonStringEnumMemberName("name")] Name,
    [JsonStringEnumMemberName("handle")] Handle,
    [JsonStringEnumMemberName("address")] Address,
    [JsonStringEnumMemberName("place")] Place,

    /// <summary>All of a message that could not be looked through.</summary>
    [JsonStringEnumMemberName("message")] Message,
}

/// <summary>One identifier in a message, as UTF-16 offsets.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">In UTF-16 units; at least 1.</param>
[GenerateSerializer, Immutable]
public sealed record Identifier(
    [property: Id(0)] int Start,
    [property: Id(1)] int Length,
    [property: Id(2)] IdentifierKind Kind)
{
    [JsonIgnore]
    public int End => Start + Length;

    /// <summary>The words themselves; empty where the span lies outside the text.</summary>
    public string In(string words) => Start >= 0 && Length > 0 && End <= words.Length ? words.Substring(Start, Length) : "";
}
