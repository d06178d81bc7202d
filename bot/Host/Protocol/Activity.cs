using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngagementBot.Host.Protocol;

/// <summary>A Bot Framework Activity (schema 3.0), the part of it this service reads and writes. Null members are left out on the wire.</summary>
public sealed record Activity
{
    public string? Type { get; init; }
    public string? Id { get; init; }
    public DateTimeOffset? Timestamp { get; init; }
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ChannelAccount? From { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public ChannelAccount? Recipient { get; init; }
    public string? Locale { get; init; }
    public string? Text { get; init; }
    public string? TextFormat { get; init; }
    public string? InputHint { get; init; }
    public string? DeliveryMode { get; init; }
    public string? ReplyToId { get; init; }
    public string? Name { get; init; }
    public JsonElement? Value { get; init; }
    public SuggestedActions? SuggestedActions { get; init; }
    public JsonElement? ChannelData { get; init; }
}

public static class ActivityTypes
{
    public const string Message = "message";
    public const string Typing = "typing";
    public const string Event = "event";
}

public static class DeliveryModes
{
    public const string ExpectReplies = "expectReplies";
}

public sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? Role { get; init; }
}

public sealed record ConversationAccount
{
    public string? Id { get; init; }
    public bool? IsGroup { get; init; }
    public string? TenantId { get; init; }
}

/// <param name="To">Recipients; empty for everyone. Always present: some clients demand it.</param>
public sealed record SuggestedActions(IReadOnlyList<string> To, IReadOnlyList<CardAction> Actions);

public sealed record CardAction(string Type, string Title, string Value);

/// <summary>Where and how to reach a conversation on its channel. Identifies a person: it lives in the contact vault only.</summary>
public sealed record ConversationReference
{
    public string? ServiceUrl { get; init; }
    public string? ChannelId { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public ChannelAccount? User { get; init; }
    public ChannelAccount? Bot { get; init; }
}

/// <summary>A set of activities and the place in the log they reach to.</summary>
/// <param name="Watermark">Opaque to clients; the sequence of the newest commit included.</param>
public sealed record ActivitySet(IReadOnlyList<Activity> Activities, string? Watermark);

public sealed record ExpectedReplies(IReadOnlyList<Activity> Activities);

public sealed record ResourceResponse(string Id);
