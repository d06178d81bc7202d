using System.Text.Json.Serialization;

namespace EngagementBot.Conversations;

/// <summary>How a young person reaches us. It decides wording (cards or short numbered texts), never what is safe to say.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChannelKind>))]
public enum ChannelKind { Web, Sms, Other }

/// <summary>How a conversation can be spoken to between requests.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Reach>))]
public enum Reach
{
    /// <summary>The client reads the log.</summary>
    Log,

    /// <summary>Pushed to the channel and owed until it confirms.</summary>
    Push,

    /// <summary>Only in the answer to their next request.</summary>
    None,
}

/// <summary>One inbound message, cleaned (see MessageCleaning) and stripped of everything that identifies.</summary>
/// <param name="Id">Keyed id for redelivery; null where the channel gave none.</param>
/// <param name="Text">At most <see cref="MessageText.MaxLength"/> characters.</param>
/// <param name="ClientActivityId">channelData.clientActivityID, echoed so that a client can match its own bubble.</param>
/// <param name="Language">A BCP 47 tag the client named, or null.</param>
/// <param name="Reach">How the conversation can be reached from now on.</param>
/// <param name="WelcomeShown">The client has already shown the first screen with the limits of confidentiality.</param>
[GenerateSerializer, Immutable]
public sealed record IncomingMessage(
    [property: Id(0)] MessageId? Id,
    [property: Id(1)] MessageText Text,
    [property: Id(2)] ChannelKind Channel,
    [property: Id(3)] string? ClientActivityId = null,
    [property: Id(4)] string? Language = null,
    [property: Id(5)] bool WelcomeShown = false,
    [property: Id(6)] Reach Reach = Reach.Log);
