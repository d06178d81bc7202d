using System.Globalization;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using Orleans.Runtime;

namespace EngagementBot.HandoffConsole.Rehearsal;

/// <summary>The caseworkers' doors as the contracts describe them, over a <see cref="Stage"/>. Every call must carry a valid ticket.</summary>
internal sealed class PlayedCaseGrain(Stage stage, CaseworkerTickets tickets) : Grain, ICaseGrain
{
    private readonly HashSet<IConversationWatcher> watchers = [];
    private PlayedCase? played;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        played = stage.Find(this.GetPrimaryKeyString());
        if (played is not null)
        {
            played.Committed += sequence => Tell(watcher => watcher.CommittedAsync(played.Key, sequence));
            played.Typed += caseworker => Tell(watcher => watcher.TypingAsync(played.Key, caseworker));
        }
        return Task.CompletedTask;
    }

    public async Task<CaseFile?> OpenAsync() => await tickets.CallerAsync() is null ? null : played?.Open();

    public async Task<IReadOnlyList<LoggedCommit>> ReadAsync(long sequence) => await tickets.CallerAsync() is null ? [] : played?.After(sequence) ?? [];

    public Task<DeedReceipt> ClaimAsync(OperationId operation) => Do((on, by) => on.Claim(operation, by));

    public Task<DeedReceipt> SayAsync(OperationId operation, MessageText text, long seen) => Do((on, by) => on.Say(operation, by, text, seen));

    public Task<DeedReceipt> RenewAsync() => Do((on, by) => on.Renew(by));

    public async Task TypingAsync() => played?.TypingBy((await tickets.CallerAsync())?.Caseworker.Alias);

    public Task<DeedReceipt> ReturnToBotAsync(OperationId operation, string reason, long seen) => Do((on, by) => on.Return(operation, by, reason));

    public Task<DeedReceipt> CloseAsync(OperationId operation, Closing closing, long seen) => Do((on, by) => on.Close(operation, by, closing));

    public Task<DeedReceipt> ConfirmClosingAsync(OperationId operation, long seen) => Do((on, by) => on.Confirm(operation, by));

    public Task<DeedReceipt> LowerLevelAsync(OperationId operation, RiskLevel level, string reason) => Do((on, by) => on.Lower(operation, by, level, reason));

    public async Task<UnsealReceipt> UnsealAsync(OperationId operation, long sequence, int index, string reason) =>
        played is not null && await tickets.CallerAsync() is { } caller
            ? played.Unseal(operation, caller.Caseworker, sequence, index, reason)
            : new UnsealReceipt(new DeedReceipt(DeedResult.NotOpen, null, 0), null);

    public Task<DeedReceipt> CorrectAsync(OperationId operation, RiskCorrection correction) => Do((on, by) => on.Correct(operation, by, correction));

    public Task WatchAsync(IConversationWatcher watcher)
    {
        lock (watchers) watchers.Add(watcher);
        return Task.CompletedTask;
    }

    private async Task<DeedReceipt> Do(Func<PlayedCase, Caseworker, DeedReceipt> deed) =>
        played is not null && await tickets.CallerAsync() is { } caller
            ? deed(played, caller.Caseworker)
            : new DeedReceipt(DeedResult.NotOpen, null, 0);

    private void Tell(Action<IConversationWatcher> nudge)
    {
        lock (watchers)
            foreach (var watcher in watchers) nudge(watcher);
    }
}

internal sealed class PlayedBoardGrain(Stage stage, CaseworkerTickets tickets) : Grain, IDispatchBoardGrain
{
    private readonly HashSet<IDispatchWatcher> watchers = [];

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        stage.BoardChanged += version =>
        {
            lock (watchers)
                foreach (var watcher in watchers) watcher.ChangedAsync(version);
        };
        return Task.CompletedTask;
    }

    public async Task<DispatchBoard> ReadAsync() =>
        await tickets.CallerAsync() is null ? throw new UnauthorizedAccessException("No ticket.") : stage.Board();

    public async Task ComeOnShiftAsync()
    {
        if (await tickets.CallerAsync() is { } caller) stage.OnShift(caller.Caseworker.Alias);
    }

    public async Task GoOffShiftAsync()
    {
        if (await tickets.CallerAsync() is { } caller) stage.OffShift(caller.Caseworker.Alias);
    }

    public Task WatchAsync(IDispatchWatcher watcher)
    {
        lock (watchers) watchers.Add(watcher);
        return Task.CompletedTask;
    }
}

internal static class Callers
{
    public static Task<TicketHolder?> CallerAsync(this CaseworkerTickets tickets) =>
        tickets.ReadAsync(Convert.ToString(RequestContext.Get(CaseworkerTickets.ContextKey), CultureInfo.InvariantCulture));
}
