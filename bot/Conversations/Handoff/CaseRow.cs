using System.Text.Json.Serialization;

namespace EngagementBot.Conversations.Handoff;

/// <summary>One line of the team's list: derived from the log, rebuildable from it, and without a word of a child.</summary>
/// <param name="Sequence">Of the commit it was derived from; an older row never replaces a newer one.</param>
/// <param name="QueuedAt">When it first waited, else when it was noticed.</param>
/// <param name="HeardAt">The young person's last message.</param>
/// <param name="Quiet">They went silent after a level 4.</param>
[GenerateSerializer, Immutable]
public sealed record CaseRow(
    [property: Id(0)] ConversationKey Conversation,
    [property: Id(1)] long Sequence,
    [property: Id(2)] CaseStatus Status,
    [property: Id(3)] RiskLevel Level,
    [property: Id(4)] IReadOnlyList<RiskCategory> Categories,
    [property: Id(5)] ReachableMoment? Moment,
    [property: Id(6)] string Language,
    [property: Id(7)] ChannelKind Channel,
    [property: Id(8)] DateTimeOffset QueuedAt,
    [property: Id(9)] DateTimeOffset HeardAt,
    [property: Id(10)] Caseworker? Owner,
    [property: Id(11)] int Rung,
    [property: Id(12)] bool Quiet)
{
    [JsonIgnore]
    public bool IsOpen => Status is not (CaseStatus.None or CaseStatus.Returned or CaseStatus.Closed);

    /// <summary>How people name a case aloud: four characters of its key.</summary>
    [JsonIgnore]
    public string ShortName => Conversation.Value[..4].ToUpperInvariant();
}
