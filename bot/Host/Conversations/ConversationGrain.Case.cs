using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Host.Security;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Conversations;

/// <summary>The caseworkers' door. Who calls is proven by the ticket the call filter has read; whether they may is decided here, with
/// the case in hand.</summary>
internal sealed partial class ConversationGrain
{
    private static Caseworker Caller => CallerTicket.Current.Caseworker;

    public async Task<CaseFile?> OpenAsync()
    {
        if (State.CaseRow(Key) is not { } row) return null;

        var commits = await log.AfterAsync(0);
        ReadInTheBackground();
        return new CaseFile(row, State.Risk, State.Handoff, Covered(commits), readings.Newest?.Tone);
    }

    async Task<IReadOnlyList<LoggedCommit>> ICaseGrain.ReadAsync(long sequence) =>
        State.CaseRow(Key) is null ? [] : Covered(await log.AfterAsync(sequence));

    public Task<DeedReceipt> ClaimAsync(OperationId operation)
    {
        var caller = Caller;
        return DoAsync(operation, state => CaseDeeds.Claim(state, caller, book, clock.GetUtcNow()));
    }

    public Task<DeedReceipt> SayAsync(OperationId operation, MessageText text, long seen)
    {
        var caller = Caller;
        return DoSeenAsync(seen, operation, state => CaseDeeds.Say(state, caller, text));
    }

    public Task<DeedReceipt> RenewAsync()
    {
        if (State.Handoff is not { IsHeld: true, Owner: { } owner }) return Task.FromResult(Receipt(DeedResult.NotOpen));
        if (owner.Id != Caller.Id) return Task.FromResult(Receipt(DeedResult.HeldByAnother));

        leaseUntil = clock.GetUtcNow() + CaseDeeds.Lease;
        return Task.FromResult(Receipt(DeedResult.Done));
    }

    Task ICaseGrain.TypingAsync()
    {
        var caller = Caller;
        if (State.Handoff.IsHeld && State.Handoff.Owner?.Id == caller.Id)
            TellWatchers(watcher => watcher.TypingAsync(Key, caller.Alias));
        return Task.CompletedTask;
    }

    public Task<DeedReceipt> ReturnToBotAsync(OperationId operation, string reason, long seen)
    {
        var caller = Caller;
        return DoSeenAsync(seen, operation, state => CaseDeeds.ReturnToBot(state, caller, reason, book, clock.GetUtcNow()));
    }

    public Task<DeedReceipt> CloseAsync(OperationId operation, Closing closing, long seen)
    {
        var caller = Caller;
        return DoSeenAsync(seen, operation, state => CaseDeeds.Close(state, caller, closing, book, clock.GetUtcNow()));
    }

    public Task<DeedReceipt> ConfirmClosingAsync(OperationId operation, long seen)
    {
        var caller = Caller;
        return DoSeenAsync(seen, operation, state => CaseDeeds.ConfirmClosing(state, caller, book, clock.GetUtcNow()));
    }

    public Task<DeedReceipt> LowerLevelAsync(OperationId operation, RiskLevel level, string reason)
    {
        var caller = Caller;
        return DoAsync(operation, state => CaseDeeds.LowerLevel(state, caller, level, reason));
    }

    // Neither an answer nor an ending goes over words that nobody has read. A retried press is judged by what it did, not by what came after.
    private async Task<DeedReceipt> DoSeenAsync(long seen, OperationId operation, Func<Conversation, Deed> decide) =>
        await HeardSinceAsync(seen) && !await log.HasDoneAsync(operation)
            ? Receipt(DeedResult.UnseenMessages)
            : await DoAsync(operation, decide);

    private async Task<bool> HeardSinceAsync(long seen) =>
        log.State.Sequence > seen && (await log.AfterAsync(seen)).Any(commit => commit.Events.Any(happened => happened is ConversationEvent.YoungPersonWrote));

    private async Task<DeedReceipt> DoAsync(OperationId operation, Func<Conversation, Deed> decide)
    {
        for (var reload = 0; ; reload++)
        {
            var deed = decide(State);
            if (deed.Refused is { } refused)
            {
                // A retried press must not be judged against the state it made itself.
                return Receipt(await log.HasDoneAsync(operation) ? DeedResult.Done : Result(refused));
            }

            if (deed.Outcome.IsNothing) return Receipt(DeedResult.Done);

            switch (await log.AppendAsync(Routed(deed.Outcome), operation, null, clock.GetUtcNow()))
            {
                case AppendResult.Stored:
                    await ToldAsync();
                    return Receipt(State.Handoff.Status is CaseStatus.SecondLook ? DeedResult.SecondLookNeeded : DeedResult.Done);
                case AppendResult.AlreadyStored:
                    return Receipt(DeedResult.Done);
                case AppendResult.SequenceTaken:
                    await ReloadAsync(reload);
                    break;
            }
        }
    }

    private DeedReceipt Receipt(DeedResult result) => new(result, State.Handoff.Owner, log.State.Sequence);

    private static DeedResult Result(Refusal refused) => refused switch
    {
        Refusal.HeldByAnother => DeedResult.HeldByAnother,
        Refusal.NotYours => DeedResult.NotYours,
        Refusal.NotOpen => DeedResult.NotOpen,
        Refusal.OutcomeMissing => DeedResult.OutcomeMissing,
        Refusal.SharingDecisionMissing => DeedResult.SharingDecisionMissing,
        Refusal.TextsStopped => DeedResult.TextsStopped,
        Refusal.OutOfReach => DeedResult.OutOfReach,
        Refusal.Invalid => DeedResult.Invalid,
        Refusal.LevelTooLow => DeedResult.LevelTooLow,
        Refusal.SentenceTooNear => DeedResult.SentenceTooNear,
    };
}
