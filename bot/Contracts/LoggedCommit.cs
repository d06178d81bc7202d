using EngagementBot.Conversations;

namespace EngagementBot.Contracts;

/// <summary>One commit of the conversation log as readers see it.</summary>
/// <param name="Sequence">1 for the first; it is the watermark of every stream.</param>
/// <param name="At">UTC.</param>
[GenerateSerializer, Immutable]
public sealed record LoggedCommit(
    [property: Id(0)] long Sequence,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] IReadOnlyList<ConversationEvent> Events);
