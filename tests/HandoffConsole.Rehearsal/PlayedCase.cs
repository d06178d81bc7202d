using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.HandoffConsole.Rehearsal;

/// <summary>One case: its log, and deeds that answer as the real grain promises to.</summary>
public sealed class PlayedCase(ConversationKey key, Stage stage)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    private readonly Lock gate = new();
    private readonly List<LoggedCommit> log = [];
    private readonly Dictionary<OperationId, DeedReceipt> done = [];
    private Conversation state = Conversation.New;
    private bool isGone;

    public event Action<long>? Committed;

    public event Action<string?>? Typed;

    public event Action? Renewed;

    public ConversationKey Key => key;

    /// <summary>Operations met so far, for tests that count presses.</summary>
    public int Operations { get { lock (gate) return done.Count; } }

    /// <summary>How many leases were renewed.</summary>
    public int Renewals { get; private set; }

    public PlayedCase Add(DateTimeOffset at, params ConversationEvent[] events)
    {
        lock (gate)
        {
            state = state.After(events, at);
            log.Add(new LoggedCommit(state.Sequence, at, events));
        }
        Committed?.Invoke(state.Sequence);
        stage.Touch();
        return this;
    }

    public PlayedCase Now(params ConversationEvent[] events) => Add(stage.Clock.GetUtcNow(), events);

    public IReadOnlyList<LoggedCommit> After(long sequence)
    {
        lock (gate) return isGone || state.Handoff.Status is CaseStatus.None ? [] : [.. log.Where(commit => commit.Sequence > sequence).Select(Covered)];
    }

    public CaseFile? Open()
    {
        lock (gate) return isGone || state.Handoff.Status is CaseStatus.None ? null : new CaseFile(Row(), state.Risk, state.Handoff, [.. log.TakeLast(20).Select(Covered)]);
    }

    public CaseRow Row()
    {
        lock (gate)
            return new CaseRow(key, state.Sequence, state.Handoff.Status, state.Risk.Level, state.Risk.Categories, state.Risk.Moment,
                state.Language, state.Channel, state.Handoff.QueuedAt ?? state.HeardAt, state.HeardAt, state.Handoff.Owner, state.Handoff.Rung, state.Quiet);
    }

    /// <summary>Nobody may see it any more.</summary>
    public void Vanish()
    {
        lock (gate) isGone = true;
        Committed?.Invoke(state.Sequence + 1);
    }

    public void TypingBy(string? caseworker) => Typed?.Invoke(caseworker);

    public DeedReceipt Claim(OperationId operation, Caseworker by) => Once(operation, () =>
        state.Handoff.IsHeld && state.Handoff.Owner != by ? DeedResult.HeldByAnother
        : !state.Handoff.IsOpen ? DeedResult.NotOpen
        : Commit(new ConversationEvent.CaseClaimed(by, stage.Clock.GetUtcNow() + Lease)));

    public DeedReceipt Say(OperationId operation, Caseworker by, MessageText text, long seen) => Once(operation, () =>
        !IsHeldBy(by) ? DeedResult.NotYours
        : log.Any(commit => commit.Sequence > seen && commit.Events.OfType<ConversationEvent.YoungPersonWrote>().Any()) ? DeedResult.UnseenMessages
        : Commit(new ConversationEvent.CaseworkerSaid(by, text)));

    public DeedReceipt Return(OperationId operation, Caseworker by, string reason) => Once(operation, () =>
        !IsHeldBy(by) ? DeedResult.NotYours
        : state.Risk.Level >= RiskLevel.High && reason.Length < 3 ? DeedResult.Invalid
        : Commit(new ConversationEvent.ReturnedToBot(by, reason)));

    public DeedReceipt Close(OperationId operation, Caseworker by, Closing closing) => Once(operation, () =>
        !IsHeldBy(by) ? DeedResult.NotYours
        : state.Risk.Level >= RiskLevel.High && closing.Sharing is null ? DeedResult.SharingDecisionMissing
        : state.Risk.Level == RiskLevel.Immediate ? Commit(new ConversationEvent.SecondLookAsked(by, closing), DeedResult.SecondLookNeeded)
        : Commit(new ConversationEvent.CaseClosed(by, closing)));

    public DeedReceipt Confirm(OperationId operation, Caseworker by) => Once(operation, () =>
        state.Handoff.Status != CaseStatus.SecondLook || state.Handoff.Owner == by ? DeedResult.NotYours
        : Commit(new ConversationEvent.CaseClosed(by, state.Handoff.Proposed!)));

    public DeedReceipt Lower(OperationId operation, Caseworker by, RiskLevel level, string reason) => Once(operation, () =>
        level >= state.Risk.Level || reason.Length is < 3 or > 500 ? DeedResult.Invalid
        : Commit(new ConversationEvent.LevelLowered(by, level, reason)));

    public UnsealReceipt Unseal(OperationId operation, Caseworker by, long sequence, int index, string reason)
    {
        var message = log.FirstOrDefault(commit => commit.Sequence == sequence)?.Events.OfType<ConversationEvent.YoungPersonWrote>().FirstOrDefault();
        var found = message is null ? null : CaseworkersView.Identifiers(message).ElementAtOrDefault(index);
        var receipt = Once(operation, () =>
            !IsHeldBy(by) ? DeedResult.NotYours
            : state.Risk.Level < RiskLevel.High ? DeedResult.LevelTooLow
            : found is null || reason.Length is < 3 or > 500 ? DeedResult.Invalid
            : Commit(new ConversationEvent.IdentifierUnsealed(by, sequence, index, found.Kind, reason)));
        return new UnsealReceipt(receipt, receipt.Result is DeedResult.Done ? new MessageText(found!.In(message!.Text.Words)) : null);
    }

    private static LoggedCommit Covered(LoggedCommit commit) => commit with { Events = [.. commit.Events.Select(happened => CaseworkersView.Of(happened))] };

    public DeedReceipt Correct(OperationId operation, Caseworker by, RiskCorrection correction) => Once(operation, () =>
        state.Handoff.IsHeld && !IsHeldBy(by) ? DeedResult.HeldByAnother
        : Commit(new ConversationEvent.RiskCorrected(by, correction.Kind, correction.Sequence, correction.Level, correction.Categories, correction.Phrase)));

    public DeedReceipt Renew(Caseworker by)
    {
        Renewals++;
        Renewed?.Invoke();
        return Receipt(IsHeldBy(by) ? DeedResult.Done : DeedResult.NotYours);
    }

    private bool IsHeldBy(Caseworker by) => state.Handoff.IsHeld && state.Handoff.Owner == by;

    private DeedResult Commit(ConversationEvent happened, DeedResult result = DeedResult.Done)
    {
        Now(happened);
        return result;
    }

    private DeedReceipt Once(OperationId operation, Func<DeedResult> deed)
    {
        lock (gate)
        {
            if (done.TryGetValue(operation, out var same)) return same;
            return done[operation] = Receipt(deed());
        }
    }

    private DeedReceipt Receipt(DeedResult result) => new(result, state.Handoff.Owner, state.Sequence);
}
