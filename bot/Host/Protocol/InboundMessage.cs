using System.Text.Json;
using EngagementBot.Conversations;
using EngagementBot.Host.Keys;

namespace EngagementBot.Host.Protocol;

/// <summary>The one way in: from a Bot Framework activity to a message without anything that identifies.</summary>
internal static class InboundMessage
{
    /// <param name="channelMessageId">What the channel redelivers by; null where it gave none.</param>
    /// <param name="problem">The refusal to answer with, or null.</param>
    public static IncomingMessage? From(
        Activity activity, ChannelNames names, ConversationKey key, string? channelMessageId, string? clientActivityId, ChannelKind channel, Reach reach, out IResult? problem)
    {
        problem = null;
        var text = MessageCleaning.Clean(activity.Text ?? "");
        if ((activity.Text?.Length ?? 0) > MessageText.MaxLength)
        {
            problem = Problems.TooLong;
            return null;
        }

        MessageId? id = string.IsNullOrEmpty(channelMessageId) ? null : names.Message(key, channelMessageId);
        return new IncomingMessage(id, text, channel, clientActivityId, activity.Locale, ClientActivity.ShowedWelcome(activity.ChannelData), reach);
    }
}

/// <summary>The members of channelData this service reads.</summary>
internal static class ClientActivity
{
    private const int LongestId = 100;

    /// <summary>channelData.clientActivityID, which the client matches its own bubble by; null if absent or unreasonable.</summary>
    public static string? Id(JsonElement? channelData) =>
        Member(channelData, "clientActivityID") is { ValueKind: JsonValueKind.String } id && id.GetString() is { Length: > 0 and <= LongestId } text ? text : null;

    /// <summary>channelData.welcomeShown: the client's first screen has shown the limits of confidentiality.</summary>
    public static bool ShowedWelcome(JsonElement? channelData) =>
        Member(channelData, "welcomeShown") is { ValueKind: JsonValueKind.True };

    private static JsonElement? Member(JsonElement? data, string name) =>
        data is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var member) ? member : null;
}
