using System.Text.Json.Serialization;
using EngagementBot.Host.Protocol;

namespace EngagementBot.Host.Channels.DirectLine;

/// <summary>A started or resumed conversation. The stream address is good for 60 seconds; <c>expires_in</c> is in seconds.</summary>
internal sealed record DirectLineConversation(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

/// <summary>What a client may say when it asks for a token or starts a conversation.</summary>
internal sealed record TokenParameters(ChannelAccount? User = null, string? Locale = null);
