using System.Text.Json.Serialization;

namespace EngagementBot.Conversations.Dialogs;

[JsonConverter(typeof(JsonStringEnumConverter<UtteranceKind>))]
public enum UtteranceKind
{
    [JsonStringEnumMemberName("plain")] Plain,

    /// <summary>The card of level 4: the one block that stands out and that the young person can hide.</summary>
    [JsonStringEnumMemberName("emergency-card")] EmergencyCard,
}

/// <summary>Something the bot says, in the words of the dialogs folder and no other.</summary>
/// <param name="TextId">Name of the reviewed text; transcripts and the console refer to it.</param>
/// <param name="Text">The words, variables filled, for the channel and language of the conversation.</param>
/// <param name="Choices">Labels offered under it, at most five, in order; empty for most.</param>
[GenerateSerializer, Immutable]
public sealed record Utterance(
    [property: Id(0)] string TextId,
    [property: Id(1)] string Text,
    [property: Id(2)] IReadOnlyList<string> Choices,
    [property: Id(3)] UtteranceKind Kind = UtteranceKind.Plain);

/// <summary>Where a conversation stands in the dialogs, by name and never by number: a deploy must not answer the wrong question.</summary>
[GenerateSerializer, Immutable]
public sealed record DialogStep([property: Id(0)] string Dialog, [property: Id(1)] string Step)
{
    public override string ToString() => $"{Dialog}/{Step}";
}

/// <summary>What a pressed or typed choice asks the service to do, beside going to a step.</summary>
public enum DialogDeed { None, FetchPerson, DeclinePerson, StopWaiting, SayWhoIsHere }
