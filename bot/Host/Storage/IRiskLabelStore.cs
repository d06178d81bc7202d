using System.Text.Json.Serialization;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Host.Storage;

[JsonConverter(typeof(JsonStringEnumConverter<RiskLabelStatus>))]
internal enum RiskLabelStatus
{
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("accepted")] Accepted,
    [JsonStringEnumMemberName("rejected")] Rejected,
}

/// <summary>A sentence that a reviewer invented, with its label. Nothing in it is a young person's.</summary>
/// <param name="Id">Random: it leads nowhere.</param>
/// <param name="WrittenOn">A day, not a time: times could be laid beside a conversation's.</param>
internal sealed record RiskLabel(
    string Id,
    string Text,
    string Language,
    RiskLevel Level,
    IReadOnlyList<RiskCategory> Categories,
    ReachableMoment? Moment,
    Speaker Speaker,
    Immediacy Immediacy,
    CorrectionKind Kind,
    RiskLabelStatus Status,
    DateOnly WrittenOn);

/// <summary>What leads from a label back to the message it is about, for as long as that conversation's key lives.</summary>
/// <param name="Conversation">A keyed hash of the conversation's key, never the key itself.</param>
internal sealed record LabelPointer(string Conversation, long Sequence, OperationId Operation);

/// <summary>Invented sentences and what was decided about them, in a file of their own.</summary>
internal interface IRiskLabelStore
{
    /// <summary>Nothing happens if this operation has brought its label in before.</summary>
    Task AddAsync(RiskLabel label, LabelPointer pointer);

    /// <summary>All of this status, or all there are, oldest first.</summary>
    Task<IReadOnlyList<RiskLabel>> ReadAsync(RiskLabelStatus? status);

    /// <summary>False if there is no such label.</summary>
    Task<bool> MarkAsync(string id, RiskLabelStatus status);

    /// <summary>The pointers to this conversation are gone from the file; the sentences stay.</summary>
    Task ForgetAsync(string conversation);
}
