using EngagementBot.Contracts;

namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>The queue, read once for the whole process and fanned out to every open page. One watcher, renewed while anyone looks.</summary>
public sealed class DispatchFeed(IGrainFactory grains, Presence presence, TimeProvider clock, ILogger<DispatchFeed> log)
    : BackgroundService, IDispatchWatcher
{
    private readonly Nudge nudge = new();
    private DateTimeOffset readAt = DateTimeOffset.MinValue;
    private volatile bool renewed = true;

    public event Action? Changed;

    /// <summary>The newest board, or null before the first was read.</summary>
    public DispatchBoard? Board { get; private set; }

    /// <summary>False when the board may be out of date: a silent queue is the dangerous one.</summary>
    public bool IsLive => renewed && clock.GetUtcNow() - readAt < Rhythm.Stale;

    /// <summary>A board that was read just now.</summary>
    public void Show(DispatchBoard board)
    {
        var changed = Board?.Version != board.Version || !IsLive;
        readAt = clock.GetUtcNow();
        Board = board;
        if (changed) Changed?.Invoke();
    }

    Task IDispatchWatcher.ChangedAsync(long version)
    {
        nudge.Give();
        return Task.CompletedTask;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        presence.Changed += nudge.Give;
        // Held for the life of the feed: the runtime keeps an observer only as long as somebody else does.
        var watcher = grains.CreateObjectReference<IDispatchWatcher>(this);
        try
        {
            await Task.WhenAll(ReadAsync(stoppingToken), RenewAsync(watcher, stoppingToken));
        }
        finally
        {
            presence.Changed -= nudge.Give;
        }
    }

    private async Task ReadAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            // On behalf of somebody who is there: with nobody looking, nothing is read.
            if (presence.Everyone.FirstOrDefault() is { } reader)
                await Try("read the queue", async () => Show(await reader.Calls.BoardAsync(board => board.ReadAsync()).WaitAsync(Rhythm.Patience, clock, stop)));
            await nudge.WaitAsync(Rhythm.Read, clock, stop);
        }
    }

    private async Task RenewAsync(IDispatchWatcher watcher, CancellationToken stop)
    {
        var arrival = new Nudge();
        presence.Changed += arrival.Give;
        while (!stop.IsCancellationRequested)
        {
            if (presence.Everyone.FirstOrDefault() is { } reader)
                renewed = await Try("watch the queue", () => reader.Calls.BoardAsync(board => board.WatchAsync(watcher)).WaitAsync(Rhythm.Patience, clock, stop));
            await arrival.WaitAsync(Rhythm.Renew, clock, stop);
        }
    }

    private async Task<bool> Try(string deed, Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            FeedLog.CallFailed(log, deed, failure.GetType().Name);
            return false;
        }
    }
}
