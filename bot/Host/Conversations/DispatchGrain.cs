using System.Collections.Immutable;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Host.Security;
using EngagementBot.Host.Storage;
using Orleans.Utilities;

namespace EngagementBot.Host.Conversations;

/// <summary>Who waits and who is on shift. A projection: it decides nothing about a case, is rebuilt from the stored rows when it wakes,
/// and looks at them again now and then in case a change did not reach it.</summary>
internal sealed class DispatchGrain : Grain, IDispatchGrain, IDispatchBoardGrain
{
    private static readonly TimeSpan OnShiftFor = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookAgainEvery = TimeSpan.FromSeconds(15);

    private readonly Dictionary<ConversationKey, CaseRow> cases = [];
    private readonly Dictionary<Caseworker, DateTimeOffset> onShift = [];
    private readonly IConversationStore store;
    private readonly TimeProvider clock;
    private readonly ObserverManager<IDispatchWatcher> watchers;
    private long version;

    public DispatchGrain(IConversationStore store, TimeProvider clock, ILogger<DispatchGrain> logger)
    {
        (this.store, this.clock) = (store, clock);
        watchers = new ObserverManager<IDispatchWatcher>(TimeSpan.FromSeconds(30), logger)
        {
            GetDateTime = () => clock.GetUtcNow().UtcDateTime,
        };
    }

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await LookAgainAsync();
        this.RegisterGrainTimer(LookAgainAsync, LookAgainEvery, LookAgainEvery);
    }

    public Task CaseChangedAsync(CaseRow row)
    {
        if (Take(row)) Changed();
        return Task.CompletedTask;
    }

    public Task<Desk> DeskAsync()
    {
        ForgetTheGone();
        var waiting = new int[(int)RiskLevel.Immediate + 1];
        foreach (var row in cases.Values.Where(row => row.Status is CaseStatus.Waiting)) waiting[(int)row.Level]++;
        return Task.FromResult(new Desk(onShift.Count, ImmutableArray.Create(waiting)));
    }

    public Task<DispatchBoard> ReadAsync()
    {
        ForgetTheGone();
        var open = cases.Values.Where(row => row.IsOpen);
        return Task.FromResult(new DispatchBoard(
            version, QueueOrder.Sort(open, clock.GetUtcNow()), [.. onShift.Keys.Select(caseworker => caseworker.Alias).Order(StringComparer.Ordinal)]));
    }

    public Task ComeOnShiftAsync()
    {
        var caller = CallerTicket.Current.Caseworker;
        var isNew = !onShift.ContainsKey(caller);
        onShift[caller] = clock.GetUtcNow() + OnShiftFor;
        if (isNew) Changed();
        return Task.CompletedTask;
    }

    public Task GoOffShiftAsync()
    {
        if (onShift.Remove(CallerTicket.Current.Caseworker)) Changed();
        return Task.CompletedTask;
    }

    public Task WatchAsync(IDispatchWatcher watcher)
    {
        watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    private async Task LookAgainAsync()
    {
        var changed = false;
        foreach (var row in await store.OpenCasesAsync()) changed |= Take(row);
        if (changed) Changed();
    }

    private bool Take(CaseRow row)
    {
        if (cases.TryGetValue(row.Conversation, out var known) && known.Sequence >= row.Sequence) return false;

        // A closed row stays as a marker, so that an older open one arriving late cannot bring the case back.
        cases[row.Conversation] = row;
        return true;
    }

    private void ForgetTheGone()
    {
        var now = clock.GetUtcNow();
        foreach (var gone in onShift.Where(one => one.Value < now).Select(one => one.Key).ToList())
        {
            onShift.Remove(gone);
            Changed();
        }
    }

    private void Changed()
    {
        version++;
        if (watchers.Count > 0) watchers.Notify(watcher => watcher.ChangedAsync(version)).Ignore();
    }
}
