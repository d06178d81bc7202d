using System.Collections.Concurrent;
using System.Threading.Channels;
using EngagementBot.Contracts;
using EngagementBot.Conversations;

namespace EngagementBot.Host.Conversations;

/// <summary>A nudge to look at the log, or a sign that a caseworker is typing.</summary>
public readonly record struct Nudge(string? TypingAlias);

/// <summary>One watcher for the whole process, fanned out to the open streams. Subscriptions are renewed every 10 seconds; a stream that
/// misses a nudge looks by itself after 2.</summary>
internal sealed class ConversationFeed(IGrainFactory grains, TimeProvider clock, ILogger<ConversationFeed> logger) : BackgroundService, IConversationWatcher
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<ConversationKey, ConcurrentDictionary<FeedSubscription, byte>> followers = new();
    private IConversationWatcher? reference;

    private IConversationWatcher Reference =>
        LazyInitializer.EnsureInitialized(ref reference, () => grains.CreateObjectReference<IConversationWatcher>(this));

    public async Task<FeedSubscription> FollowAsync(ConversationKey conversation)
    {
        var subscription = new FeedSubscription(conversation, Forget);
        followers.GetOrAdd(conversation, _ => new()).TryAdd(subscription, 0);
        await grains.GetGrain<IConversationGrain>(conversation.Value).WatchAsync(Reference);
        return subscription;
    }

    public Task CommittedAsync(ConversationKey conversation, long sequence) => Tell(conversation, new Nudge(null));

    public Task TypingAsync(ConversationKey conversation, string? caseworker) =>
        caseworker is null ? Task.CompletedTask : Tell(conversation, new Nudge(caseworker));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(RenewEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Parallel.ForEachAsync(followers.Keys, stoppingToken, async (key, _) => await RenewAsync(key));
    }

    private async Task RenewAsync(ConversationKey key)
    {
        try
        {
            await grains.GetGrain<IConversationGrain>(key.Value).WatchAsync(Reference);
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            ConversationLogMessages.WakeFailed(logger, fault.GetType().Name);
        }
    }

    private Task Tell(ConversationKey conversation, Nudge nudge)
    {
        if (followers.TryGetValue(conversation, out var subscriptions))
            foreach (var subscription in subscriptions.Keys) subscription.Tell(nudge);
        return Task.CompletedTask;
    }

    private void Forget(FeedSubscription subscription)
    {
        if (!followers.TryGetValue(subscription.Conversation, out var subscriptions)) return;

        subscriptions.TryRemove(subscription, out _);
        if (subscriptions.IsEmpty) followers.TryRemove(subscription.Conversation, out _);
    }
}

/// <summary>One stream's nudges. Only the newest few are kept: a nudge carries nothing that could be missed.</summary>
internal sealed class FeedSubscription(ConversationKey conversation, Action<FeedSubscription> forget) : IDisposable
{
    private readonly Channel<Nudge> nudges = Channel.CreateBounded<Nudge>(
        new BoundedChannelOptions(16) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public ConversationKey Conversation => conversation;

    public void Tell(Nudge nudge) => nudges.Writer.TryWrite(nudge);

    /// <summary>All nudges so far, after waiting for the first or until the time is up.</summary>
    public async Task<IReadOnlyList<Nudge>> WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancelled)
    {
        using var timeout = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancelled);
        try
        {
            await nudges.Reader.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancelled.IsCancellationRequested)
        {
            return [];
        }

        List<Nudge> all = [];
        while (nudges.Reader.TryRead(out var nudge)) all.Add(nudge);
        return all;
    }

    public void Dispose() => forget(this);
}
