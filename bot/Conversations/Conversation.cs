using System.Collections.Immutable;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;

namespace EngagementBot.Conversations;

/// <summary>The state of one conversation after its newest commit. No transcript: under 8 KiB, so that one read wakes it.</summary>
/// <param name="Sequence">Of the newest commit; 0 before the first.</param>
/// <param name="Heard">Messages taken so far; above <see cref="SeenMessages.Kept"/> older ids are found by the store's index.</param>
/// <param name="Aside">Where the dialog stood when the offer of a person cut in; a decline goes on there.</param>
/// <param name="CardShownAt">When the emergency card was last shown, and for which dangers.</param>
[GenerateSerializer, Immutable]
public sealed record Conversation(
    [property: Id(0)] long Sequence,
    [property: Id(1)] ChannelKind Channel,
    [property: Id(2)] string Language,
    [property: Id(3)] DialogStep? Step,
    [property: Id(4)] RiskState Risk,
    [property: Id(5)] HandoffState Handoff,
    [property: Id(6)] SeenMessages Seen,
    [property: Id(7)] Outbox Outbox,
    [property: Id(8)] int Heard,
    [property: Id(9)] DateTimeOffset HeardAt,
    [property: Id(10)] DateTimeOffset? CardShownAt,
    [property: Id(11)] ImmutableList<RiskCategory> CardShownFor,
    [property: Id(12)] bool WelcomeShown,
    [property: Id(13)] bool TextsStopped,
    [property: Id(14)] bool Quiet,
    [property: Id(15)] Reach Reach,
    [property: Id(16)] DialogStep? Aside = null,
    [property: Id(17)] IdentifierNotes Identifiers = default)
{
    public static Conversation New { get; } = new(
        0, ChannelKind.Web, "en", null, RiskState.Calm, HandoffState.None, SeenMessages.None, Outbox.Empty,
        0, default, null, [], false, false, false, Reach.Log);

    public bool HasStarted => Sequence > 0;

    /// <summary>The next moment anything timed or owed falls due; null if nothing will. The sweep wakes the conversation then.</summary>
    public DateTimeOffset? DueAt(DateTimeOffset now) =>
        new[] { Due.NextAt(this), Outbox.OwesAnything ? Outbox.RetryAt ?? now : null }.Min();

    /// <summary>The line in the team's list, or null while there is no case.</summary>
    public CaseRow? CaseRow(ConversationKey key) => Handoff.Status is CaseStatus.None
        ? null
        : new CaseRow(
            key, Sequence, Handoff.Status, Risk.Level, Risk.Categories, Risk.Moment, Language, Channel,
            Handoff.QueuedAt ?? HeardAt, HeardAt, Handoff.Owner, Handoff.Rung, Quiet);

    /// <summary>The state after one more commit.</summary>
    public Conversation After(IEnumerable<ConversationEvent> events, DateTimeOffset at)
    {
        var next = this with { Sequence = Sequence + 1 };
        return events.Aggregate(next, (state, happened) => state.Apply(happened, at));
    }

    private Conversation Apply(ConversationEvent happened, DateTimeOffset at) => happened switch
    {
        ConversationEvent.Started e => this with { Channel = e.Channel, Language = e.Language },
        ConversationEvent.ReachChanged e => this with { Reach = e.Reach },
        ConversationEvent.YoungPersonWrote e => Hear(e, at),
        ConversationEvent.WelcomeShown => this with { WelcomeShown = true },
        ConversationEvent.BotSaid { Utterance.Kind: UtteranceKind.EmergencyCard } => this with { CardShownAt = at, CardShownFor = Risk.Categories },
        ConversationEvent.BotSaid { Utterance.TextId: HandoffTexts.Waiting or HandoffTexts.WaitingWithNobodyThere or HandoffTexts.StillWaiting } => this with { Handoff = Handoff with { LastWaitingLineAt = at } },
        ConversationEvent.BotSaid { Utterance.TextId: IdentifierTexts.Hidden } => this with { Identifiers = Identifiers with { Told = true } },
        ConversationEvent.BotSaid { Utterance.TextId: IdentifierTexts.Use } => this with { Identifiers = Identifiers with { Asked = true } },
        ConversationEvent.BotSaid => this,
        ConversationEvent.StepReached e => this with { Step = e.Step, Aside = e.Aside },
        ConversationEvent.CaseNoticed => this with { Handoff = HandoffState.None with { Status = CaseStatus.Noticed, QueuedAt = at } },
        ConversationEvent.PersonNeeded => this with { Handoff = HandoffState.None with { Status = CaseStatus.Waiting, QueuedAt = at, LastWaitingLineAt = at } },
        ConversationEvent.PersonDeclined => this with { Handoff = Handoff with { Status = CaseStatus.Declined } },
        ConversationEvent.CaseClaimed e => this with { Handoff = Handoff with { Status = CaseStatus.Held, Owner = e.By, LeaseUntil = e.LeaseUntil, HasBeenHeld = true } },
        ConversationEvent.CaseworkerSaid => this,
        ConversationEvent.LeaseLapsed => this with { Handoff = Handoff with { Status = CaseStatus.Waiting, Owner = null, LeaseUntil = null, LastWaitingLineAt = at } },
        ConversationEvent.ReturnedToBot => this with { Handoff = HandoffState.None with { Status = CaseStatus.Returned }, Step = null, CardShownAt = null },
        ConversationEvent.SecondLookAsked e => this with { Handoff = Handoff with { Status = CaseStatus.SecondLook, LeaseUntil = null, Proposed = e.Closing } },
        ConversationEvent.CaseClosed => this with { Handoff = HandoffState.None with { Status = CaseStatus.Closed }, Step = null, CardShownAt = null },
        ConversationEvent.LevelLowered e => this with { Risk = Risk.LoweredTo(e.To) },
        ConversationEvent.RiskCorrected e => this with { Risk = Risk.CorrectedBy(e) },
        ConversationEvent.Escalated e => this with { Handoff = Handoff with { Rung = e.Rung } },
        ConversationEvent.SilenceNoticed => this with { Quiet = true },
        ConversationEvent.TextsStopped => this with { TextsStopped = true },
        ConversationEvent.TextsRestarted => this with { TextsStopped = false },
        ConversationEvent.IdentifierUseAnswered or ConversationEvent.IdentifierUnsealed => this,
        ConversationEvent.RepliesOwed => this with { Outbox = Outbox.Owing(Sequence) },
        ConversationEvent.Delivered e => this with { Outbox = Outbox.DeliveredThrough(e.Through) },
        ConversationEvent.DeliveryFailed e => this with { Outbox = Outbox.FailedUntil(e.RetryAt) },
        _ => throw new InvalidOperationException($"No meaning is given to {happened.GetType().Name}."),
    };

    private Conversation Hear(ConversationEvent.YoungPersonWrote message, DateTimeOffset at) => this with
    {
        Heard = Heard + 1,
        HeardAt = at,
        Quiet = false,
        Risk = Risk.After(message.Risk),
        Identifiers = message.Identifiers is { Count: > 0 } ? Identifiers with { Written = true } : Identifiers,
        Seen = message.Id is { } id ? Seen.With(id, Sequence) : Seen,
    };
}
