using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Conversations.Handoff;

/// <summary>Why a deed was not done. Each is a sentence the console can say.</summary>
public enum Refusal { HeldByAnother, NotYours, NotOpen, OutcomeMissing, SharingDecisionMissing, TextsStopped, OutOfReach, Invalid, LevelTooLow, SentenceTooNear }

/// <summary>A caseworker's deed, decided: events to commit, or why not. Done already comes as no events and no refusal.</summary>
public readonly record struct Deed(TurnOutcome Outcome, Refusal? Refused)
{
    public static implicit operator Deed(Refusal refusal) => new(TurnOutcome.Nothing, refusal);

    public static implicit operator Deed(TurnOutcome outcome) => new(outcome, null);
}

/// <summary>What caseworkers may do to a case, each a pure decision on this caseworker and this conversation.</summary>
public static class CaseDeeds
{
    /// <summary>How long a claim holds without a sign of life from the console.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    public static Deed Claim(Conversation conversation, Caseworker caseworker, Book book, DateTimeOffset now)
    {
        var handoff = conversation.Handoff;
        if (handoff.Status is CaseStatus.Held or CaseStatus.SecondLook)
            return handoff.Owner?.Id == caseworker.Id && handoff.IsHeld ? TurnOutcome.Nothing : Refusal.HeldByAnother;
        if (!handoff.IsOpen) return Refusal.NotOpen;

        return Begin(conversation, book, now)
            .With(new ConversationEvent.CaseClaimed(caseworker, now + Lease))
            .Tell(HandoffTexts.Joined, ("alias", caseworker.Alias))
            .Done();
    }

    public static Deed Say(Conversation conversation, Caseworker caseworker, MessageText text)
    {
        if (text.IsBlank || text.Words.Length > MessageText.MaxLength) return Refusal.Invalid;
        if (conversation.TextsStopped) return Refusal.TextsStopped;
        if (conversation.Reach is Reach.None) return Refusal.OutOfReach;

        return HeldBy(conversation, caseworker) ?? (Deed)new TurnOutcome([new ConversationEvent.CaseworkerSaid(caseworker, text)]);
    }

    public static Deed ReturnToBot(Conversation conversation, Caseworker caseworker, string reason, Book book, DateTimeOffset now)
    {
        if (HeldBy(conversation, caseworker) is { } refusal) return refusal;
        if (conversation.Risk.Level >= RiskLevel.High && string.IsNullOrWhiteSpace(reason)) return Refusal.OutcomeMissing;
        if (reason.Length > MaxReason) return Refusal.Invalid;

        return Begin(conversation, book, now)
            .With(new ConversationEvent.ReturnedToBot(caseworker, reason))
            .Tell(HandoffTexts.Returned, ("alias", caseworker.Alias))
            .Done();
    }

    public static Deed Close(Conversation conversation, Caseworker caseworker, Closing closing, Book book, DateTimeOffset now)
    {
        if (HeldBy(conversation, caseworker) is { } refusal) return refusal;
        if (conversation.Risk.Level >= RiskLevel.High && closing.Sharing is null) return Refusal.SharingDecisionMissing;
        if (conversation.Risk.Level is RiskLevel.Immediate)
            return new TurnOutcome([new ConversationEvent.SecondLookAsked(caseworker, closing)]);

        return Closed(conversation, caseworker, closing, book, now);
    }

    /// <summary>The second look at a level 4: by somebody else than the one who proposed it.</summary>
    public static Deed ConfirmClosing(Conversation conversation, Caseworker second, Book book, DateTimeOffset now)
    {
        if (conversation.Handoff is not { Status: CaseStatus.SecondLook, Owner: { } first, Proposed: { } closing }) return Refusal.NotOpen;
        if (first.Id == second.Id) return Refusal.NotYours;

        return Closed(conversation, second, closing, book, now);
    }

    public static Deed LowerLevel(Conversation conversation, Caseworker caseworker, RiskLevel level, string reason)
    {
        if (HeldBy(conversation, caseworker) is { } refusal) return refusal;
        if (level >= conversation.Risk.Level || reason.Trim().Length < 3 || reason.Length > MaxReason) return Refusal.Invalid;

        return new TurnOutcome([new ConversationEvent.LevelLowered(caseworker, level, reason)]);
    }

    /// <summary>One covered identifier shown to whoever holds the case, at level 3 or 4, for a reason. Recorded: who, which and why; never the value.</summary>
    /// <param name="message">Sequence of the commit that holds it.</param>
    /// <param name="index">Place in that message's list.</param>
    /// <param name="kind">Null where there is no such identifier.</param>
    public static Deed Unseal(Conversation conversation, Caseworker caseworker, long message, int index, IdentifierKind? kind, string reason)
    {
        if (HeldBy(conversation, caseworker) is { } refusal) return refusal;
        if (conversation.Risk.Level < RiskLevel.High) return Refusal.LevelTooLow;
        if (kind is not { } known || reason.Trim().Length < 3 || reason.Length > MaxReason) return Refusal.Invalid;

        return new TurnOutcome([new ConversationEvent.IdentifierUnsealed(caseworker, message, index, known, Masking.Cover(reason.Trim()))]);
    }

    /// <summary>A correction of what the screen found in one message. Whoever may read the case may make it, but not over the head of
    /// the one who holds it. A missed level above the conversation's own raises the case as the screen would have.</summary>
    /// <param name="written">The message it speaks of; null where that commit holds none.</param>
    /// <param name="others">What else the young person wrote.</param>
    public static Deed Correct(
        Conversation conversation, Caseworker caseworker, RiskCorrection correction,
        ConversationEvent.YoungPersonWrote? written, IEnumerable<MessageText> others, Book book, DateTimeOffset now)
    {
        if (conversation.Handoff.Status is CaseStatus.None) return Refusal.NotOpen;
        if (conversation.Handoff.IsHeld && HeldBy(conversation, caseworker) is { } refusal) return refusal;
        if (Corrections.Refuse(correction, written, others) is { } refused) return refused;

        var corrected = Begin(conversation, book, now)
            .With(new ConversationEvent.RiskCorrected(caseworker, correction.Kind, correction.Sequence, correction.Level, correction.Categories, correction.Phrase));
        return HandoffRules.RaisedByAPerson(corrected).Done();
    }

    private const int MaxReason = 500;

    private static TurnOutcome Closed(Conversation conversation, Caseworker by, Closing closing, Book book, DateTimeOffset now) =>
        Begin(conversation, book, now)
            .With(new ConversationEvent.CaseClosed(by, closing))
            .Tell(HandoffTexts.Closed)
            .Done();

    private static TurnSoFar Begin(Conversation conversation, Book book, DateTimeOffset now) =>
        new([], conversation, book, Desk.Empty, now);

    // After STOP nothing goes out, not even news of who is there.
    private static TurnSoFar Tell(this TurnSoFar turn, string textId, params (string Name, string Value)[] values) =>
        turn.Conversation.TextsStopped ? turn : turn.Say(textId, values);

    private static Refusal? HeldBy(Conversation conversation, Caseworker caseworker) => conversation.Handoff switch
    {
        { IsHeld: true, Owner: { } owner } when owner.Id == caseworker.Id => null,
        { IsHeld: true } => Refusal.HeldByAnother,
        { IsOpen: true } => Refusal.NotYours,
        _ => Refusal.NotOpen,
    };
}
