using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using Orleans.Concurrency;

namespace EngagementBot.Contracts;

/// <summary>What a deed came to. A refusal says why in a form the console can put into words.</summary>
public enum DeedResult
{
    Done,
    HeldByAnother,
    NotYours,
    NotOpen,

    /// <summary>There are messages the writer has not seen; read them first.</summary>
    UnseenMessages,

    OutcomeMissing,
    SharingDecisionMissing,

    /// <summary>Level 4: recorded, and open until a second person has looked.</summary>
    SecondLookNeeded,

    /// <summary>The young person has stopped texts; nothing goes out until they write.</summary>
    TextsStopped,

    /// <summary>The channel gave no address to send to; nothing can go out until they write.</summary>
    OutOfReach,

    Invalid,

    /// <summary>Identifiers are opened at levels 3 and 4 only.</summary>
    LevelTooLow,

    /// <summary>The sentence written for training repeats too much of what the young person wrote.</summary>
    SentenceTooNear,
}

/// <param name="Owner">Who holds the case now, if anyone.</param>
/// <param name="Sequence">Of the newest commit after the deed.</param>
[GenerateSerializer, Immutable]
public sealed record DeedReceipt(
    [property: Id(0)] DeedResult Result,
    [property: Id(1)] Caseworker? Owner,
    [property: Id(2)] long Sequence);

/// <param name="Value">The words that were covered; null unless the deed was done. Never kept, never logged.</param>
[GenerateSerializer, Immutable]
public sealed record UnsealReceipt(
    [property: Id(0)] DeedReceipt Deed,
    [property: Id(1)] MessageText? Value);

/// <summary>A case opened: its row, its level and the newest part of its log.</summary>
/// <param name="Tone">Of the newest message that Azure AI Language has read; null while it is off or has no answer.</param>
[GenerateSerializer, Immutable]
public sealed record CaseFile(
    [property: Id(0)] CaseRow Row,
    [property: Id(1)] RiskState Risk,
    [property: Id(2)] HandoffState Handoff,
    [property: Id(3)] IReadOnlyList<LoggedCommit> Log,
    [property: Id(4)] Tone? Tone = null);

/// <summary>The tone of words as a machine hears it: a hint, never a reason.</summary>
public enum Tone { Neutral, Positive, Negative, Mixed }

/// <summary>The caseworkers' door to one conversation; same grain, other door. Every call carries a signed ticket, and each deed is
/// authorised in the grain with the case in hand: not found and not allowed look alike (null, or <see cref="DeedResult.NotOpen"/>).</summary>
[Alias("ICaseGrain"), ForCaseworkers]
public interface ICaseGrain : IGrainWithStringKey
{
    /// <summary>The case and its log; null if there is no case to see. Here and in <see cref="ReadAsync"/> whatever identifies in a
    /// young person's words is covered, and the event carries the placeholders' spans.</summary>
    [ReadOnly]
    Task<CaseFile?> OpenAsync();

    /// <summary>Commits after <paramref name="sequence"/>, oldest first.</summary>
    [ReadOnly]
    Task<IReadOnlyList<LoggedCommit>> ReadAsync(long sequence);

    /// <summary>Exactly one owner: the first claim commits, the others are told who holds it.</summary>
    Task<DeedReceipt> ClaimAsync(OperationId operation);

    /// <summary>Sends the caseworker's words. Refused while messages after <paramref name="seen"/> are unread.</summary>
    Task<DeedReceipt> SayAsync(OperationId operation, MessageText text, long seen);

    /// <summary>Keeps the claim for another lease; never committed. To be called every 10 seconds.</summary>
    Task<DeedReceipt> RenewAsync();

    Task TypingAsync();

    /// <summary>The bot answers again. Levels 3 and 4 need a reason. Refused, like every ending, while messages after <paramref name="seen"/> are unread.</summary>
    Task<DeedReceipt> ReturnToBotAsync(OperationId operation, string reason, long seen);

    /// <summary>Closes with an outcome; level 3 and 4 need the sharing decision, level 4 a second person's look.</summary>
    Task<DeedReceipt> CloseAsync(OperationId operation, Closing closing, long seen);

    /// <summary>A second person agrees to the proposed closing of a level 4.</summary>
    Task<DeedReceipt> ConfirmClosingAsync(OperationId operation, long seen);

    /// <summary>Only people lower a level, with a reason of 3 to 500 characters.</summary>
    Task<DeedReceipt> LowerLevelAsync(OperationId operation, RiskLevel level, string reason);

    /// <summary>Shows one covered identifier to whoever holds the case, at level 3 or 4, with a reason of 3 to 500 characters. Who, which and
    /// why is committed; the value is not.</summary>
    /// <param name="sequence">Of the commit that holds the message.</param>
    /// <param name="index">Place in the message's list of identifiers.</param>
    Task<UnsealReceipt> UnsealAsync(OperationId operation, long sequence, int index, string reason);

    /// <summary>The screen was wrong about one message. Whoever may read the case may say so, but not while another holds it. Kept as a label
    /// in the log; only the sentence the reviewer invented leaves it, to wait for review. It lowers nothing; a missed level above the
    /// conversation's own raises the case.</summary>
    Task<DeedReceipt> CorrectAsync(OperationId operation, RiskCorrection correction);

    Task WatchAsync(IConversationWatcher watcher);
}
