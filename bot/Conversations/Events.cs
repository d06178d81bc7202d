using System.Text.Json.Serialization;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Conversations;

/// <summary>All that can happen in a conversation, past tense, on one screen. A commit holds the events of one turn.</summary>
[GenerateSerializer, Immutable]
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Started), "started")]
[JsonDerivedType(typeof(ReachChanged), "reach-changed")]
[JsonDerivedType(typeof(YoungPersonWrote), "young-person-wrote")]
[JsonDerivedType(typeof(WelcomeShown), "welcome-shown")]
[JsonDerivedType(typeof(BotSaid), "bot-said")]
[JsonDerivedType(typeof(StepReached), "step-reached")]
[JsonDerivedType(typeof(CaseNoticed), "case-noticed")]
[JsonDerivedType(typeof(PersonNeeded), "person-needed")]
[JsonDerivedType(typeof(PersonDeclined), "person-declined")]
[JsonDerivedType(typeof(CaseClaimed), "case-claimed")]
[JsonDerivedType(typeof(CaseworkerSaid), "caseworker-said")]
[JsonDerivedType(typeof(LeaseLapsed), "lease-lapsed")]
[JsonDerivedType(typeof(ReturnedToBot), "returned-to-bot")]
[JsonDerivedType(typeof(SecondLookAsked), "second-look-asked")]
[JsonDerivedType(typeof(CaseClosed), "case-closed")]
[JsonDerivedType(typeof(LevelLowered), "level-lowered")]
[JsonDerivedType(typeof(RiskCorrected), "risk-corrected")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(SilenceNoticed), "silence-noticed")]
[JsonDerivedType(typeof(TextsStopped), "texts-stopped")]
[JsonDerivedType(typeof(TextsRestarted), "texts-restarted")]
[JsonDerivedType(typeof(IdentifierUseAnswered), "identifier-use-answered")]
[JsonDerivedType(typeof(IdentifierUnsealed), "identifier-unsealed")]
[JsonDerivedType(typeof(RepliesOwed), "replies-owed")]
[JsonDerivedType(typeof(Delivered), "delivered")]
[JsonDerivedType(typeof(DeliveryFailed), "delivery-failed")]
public abstract record ConversationEvent
{
    private ConversationEvent() { }

    [GenerateSerializer, Immutable]
    public sealed record Started([property: Id(0)] ChannelKind Channel, [property: Id(1)] string Language) : ConversationEvent;

    /// <summary>How words that nobody asked for in a request can get to the young person. The address itself is in the contact vault.</summary>
    [GenerateSerializer, Immutable]
    public sealed record ReachChanged([property: Id(0)] Reach Reach) : ConversationEvent;

    /// <summary>Always screened before anything else: there is no unassessed message in the log.</summary>
    /// <param name="Identifiers">What in the text identifies; null where it was not looked for.</param>
    [GenerateSerializer, Immutable]
    public sealed record YoungPersonWrote(
        [property: Id(0)] MessageId? Id,
        [property: Id(1)] MessageText Text,
        [property: Id(2)] RiskAssessment Risk,
        [property: Id(3)] string? ClientActivityId,
        [property: Id(4)] IReadOnlyList<Identifier>? Identifiers = null) : ConversationEvent;

    /// <summary>The limits of confidentiality were shown, by the client's first screen or by the bot.</summary>
    [GenerateSerializer, Immutable]
    public sealed record WelcomeShown([property: Id(0)] string TextId) : ConversationEvent;

    [GenerateSerializer, Immutable]
    public sealed record BotSaid([property: Id(0)] Utterance Utterance) : ConversationEvent;

    [GenerateSerializer, Immutable]
    public sealed record StepReached([property: Id(0)] DialogStep? Step, [property: Id(1)] DialogStep? Aside = null) : ConversationEvent;

    /// <summary>The case is visible to the team without anyone being fetched (level 2, or text nobody could read).</summary>
    [GenerateSerializer, Immutable]
    public sealed record CaseNoticed : ConversationEvent;

    /// <summary>A person is to be fetched: handoff.initiate.</summary>
    [GenerateSerializer, Immutable]
    public sealed record PersonNeeded([property: Id(0)] RiskLevel Level, [property: Id(1)] HandoffCause Cause) : ConversationEvent;

    /// <summary>A decline is itself a case for a named person to read at level 3.</summary>
    [GenerateSerializer, Immutable]
    public sealed record PersonDeclined([property: Id(0)] RiskLevel Level) : ConversationEvent;

    /// <summary>Exactly one owner: handoff.status accepted.</summary>
    [GenerateSerializer, Immutable]
    public sealed record CaseClaimed([property: Id(0)] Caseworker By, [property: Id(1)] DateTimeOffset LeaseUntil) : ConversationEvent;

    [GenerateSerializer, Immutable]
    public sealed record CaseworkerSaid([property: Id(0)] Caseworker By, [property: Id(1)] MessageText Text) : ConversationEvent;

    /// <summary>The owner vanished; the case is back in the queue at its old age: handoff.status failed.</summary>
    [GenerateSerializer, Immutable]
    public sealed record LeaseLapsed([property: Id(0)] Caseworker From) : ConversationEvent;

    /// <summary>handoff.status completed; the bot answers again.</summary>
    [GenerateSerializer, Immutable]
    public sealed record ReturnedToBot([property: Id(0)] Caseworker By, [property: Id(1)] string Reason) : ConversationEvent;

    /// <summary>A level 4 is not closed by one person alone.</summary>
    [GenerateSerializer, Immutable]
    public sealed record SecondLookAsked([property: Id(0)] Caseworker By, [property: Id(1)] Closing Closing) : ConversationEvent;

    /// <summary>handoff.status completed, with the outcome.</summary>
    [GenerateSerializer, Immutable]
    public sealed record CaseClosed([property: Id(0)] Caseworker By, [property: Id(1)] Closing Closing) : ConversationEvent;

    [GenerateSerializer, Immutable]
    public sealed record LevelLowered([property: Id(0)] Caseworker By, [property: Id(1)] RiskLevel To, [property: Id(2)] string Reason) : ConversationEvent;

    /// <summary>The screen was wrong about the message of commit <paramref name="Of"/>. A label that points and repeats no word; only a
    /// missed level above the conversation's own raises it.</summary>
    [GenerateSerializer, Immutable]
    public sealed record RiskCorrected(
        [property: Id(0)] Caseworker By,
        [property: Id(1)] CorrectionKind Kind,
        [property: Id(2)] long Of,
        [property: Id(3)] RiskLevel Level,
        [property: Id(4)] IReadOnlyList<RiskCategory> Categories,
        [property: Id(5)] PhraseSpan? Phrase = null) : ConversationEvent;

    /// <summary>Nobody has taken a waiting case in its time; rung 1 is the first alarm.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Escalated([property: Id(0)] int Rung) : ConversationEvent;

    /// <summary>The young person has gone quiet after a level 4: the team is told, they are not written to first.</summary>
    [GenerateSerializer, Immutable]
    public sealed record SilenceNoticed : ConversationEvent;

    [GenerateSerializer, Immutable]
    public sealed record TextsStopped : ConversationEvent;

    [GenerateSerializer, Immutable]
    public sealed record TextsRestarted : ConversationEvent;

    /// <summary>The young person's answer to whether a person may use what they wrote (a name, a number, a place) to get help to them.</summary>
    [GenerateSerializer, Immutable]
    public sealed record IdentifierUseAnswered([property: Id(0)] bool Yes) : ConversationEvent;

    /// <summary>A caseworker was shown one covered identifier. The record says which and why, never the value.</summary>
    /// <param name="Message">Sequence of the commit that holds the message.</param>
    /// <param name="Index">Place in the message's list of identifiers.</param>
    [GenerateSerializer, Immutable]
    public sealed record IdentifierUnsealed(
        [property: Id(0)] Caseworker By,
        [property: Id(1)] long Message,
        [property: Id(2)] int Index,
        [property: Id(3)] IdentifierKind Kind,
        [property: Id(4)] string Reason) : ConversationEvent;

    /// <summary>What this commit says has to be pushed to the channel; it is owed until a receipt.</summary>
    [GenerateSerializer, Immutable]
    public sealed record RepliesOwed : ConversationEvent;

    /// <summary>Receipt: everything owed up to this sequence has left.</summary>
    [GenerateSerializer, Immutable]
    public sealed record Delivered([property: Id(0)] long Through) : ConversationEvent;

    /// <summary>The channel refused or did not answer; it is tried again at <paramref name="RetryAt"/>.</summary>
    [GenerateSerializer, Immutable]
    public sealed record DeliveryFailed([property: Id(0)] long Sequence, [property: Id(1)] DateTimeOffset RetryAt) : ConversationEvent;
}
