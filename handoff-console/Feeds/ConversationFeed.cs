using EngagementBot.Contracts;
using EngagementBot.Conversations;

namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>One case as one open page follows it: reads the log after what it has, in its caseworker's name, at each nudge or every 2 seconds.</summary>
public sealed class ConversationFeed(
    ConversationKey conversation, CaseworkerCalls calls, ConversationNudges nudges, TimeProvider clock, ILogger<ConversationFeed> log) : IAsyncDisposable
{
    private static readonly TimeSpan TypingShown = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stop = new();
    private readonly Nudge nudge = new();
    private readonly SortedDictionary<long, LoggedCommit> commits = [];
    private readonly TaskCompletionSource watched = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task following = Task.CompletedTask;
    private DateTimeOffset readAt = DateTimeOffset.MinValue;
    private DateTimeOffset typingUntil = DateTimeOffset.MinValue;
    private string? typist;

    // Something changed that an empty reading does not show: a case that may no longer be seen has nothing more to read.
    private volatile bool mustLook;

    public event Action? Changed;

    public ConversationKey Conversation => conversation;

    /// <summary>Done once the grain knows whom to nudge; until then the feed reads every 2 seconds.</summary>
    public Task Watched => watched.Task;

    /// <summary>The case, or null while it is being opened and when there is none to see.</summary>
    public CaseFile? File { get; private set; }

    /// <summary>There is no such case, or none for this caseworker; the two look alike.</summary>
    public bool IsMissing { get; private set; }

    /// <summary>It was there, and may no longer be seen.</summary>
    public bool HasLeft => IsMissing && Log.Count > 0;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<LoggedCommit> Log { get; private set; } = [];

    public long Newest => Log.Count == 0 ? 0 : Log[^1].Sequence;

    public bool IsLive => clock.GetUtcNow() - readAt < Rhythm.Stale;

    public bool YoungPersonIsTyping => typist is null && clock.GetUtcNow() < typingUntil;

    /// <summary>Alias of another caseworker who is typing, or null.</summary>
    public string? CaseworkerTyping => clock.GetUtcNow() < typingUntil ? typist : null;

    public void Start()
    {
        nudges.Add(this);
        // Off the page's own thread, so that a slow call never holds up a key press.
        following = Task.Run(() => Task.WhenAll(FollowAsync(), RenewAsync()));
    }

    public void NudgeTo(long sequence)
    {
        if (sequence > Newest) Hurry();
    }

    public void ShowTyping(string? caseworker)
    {
        if (caseworker == calls.Holder.Caseworker.Alias) return;

        typist = caseworker;
        typingUntil = clock.GetUtcNow() + TypingShown;
        Changed?.Invoke();
    }

    /// <summary>Reads now what is new; after a deed of one's own there is no need to wait for the nudge.</summary>
    public void Hurry()
    {
        mustLook = true;
        nudge.Give();
    }

    public async ValueTask DisposeAsync()
    {
        nudges.Remove(this);
        await stop.CancelAsync();
        await following.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
    }

    private async Task FollowAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            await Try("read a case", ReadAsync);
            await nudge.WaitAsync(Rhythm.Read, clock, stop.Token);
        }
    }

    private async Task RenewAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            await Try("watch a case", WatchAsync);
            mustLook = true;
            await Task.Delay(Rhythm.Renew, clock, stop.Token);
        }
    }

    private async Task WatchAsync()
    {
        await Within(calls.CaseAsync(conversation, grain => grain.WatchAsync(nudges.Reference)));
        watched.TrySetResult();
    }

    private async Task ReadAsync()
    {
        if (File is not null)
        {
            var fresh = await Within(calls.CaseAsync(conversation, grain => grain.ReadAsync(Newest)));
            if (fresh.Count == 0 && !mustLook)
            {
                Seen();
                return;
            }
            Keep(fresh);
        }
        await OpenAsync();
    }

    /// <summary>The case's own lines (owner, level) change with its log, so both are read again together.</summary>
    private async Task OpenAsync()
    {
        mustLook = false;
        var file = await Within(calls.CaseAsync(conversation, grain => grain.OpenAsync()));
        Keep(file?.Log ?? []);
        await FillAsync();
        IsMissing = file is null;
        File = file;
        Log = [.. commits.Values];
        Seen();
        Changed?.Invoke();
    }

    /// <summary>A file opens with the newest part of its log; what came before is read from the start.</summary>
    private async Task FillAsync()
    {
        var after = 0L;
        foreach (var sequence in commits.Keys.ToArray())
        {
            while (after < sequence - 1)
            {
                var earlier = await Within(calls.CaseAsync(conversation, grain => grain.ReadAsync(after)));
                if (earlier.Count == 0) return;
                Keep(earlier);
                after = earlier[^1].Sequence;
            }
            after = Math.Max(after, sequence);
        }
    }

    private void Keep(IReadOnlyList<LoggedCommit> fresh)
    {
        foreach (var commit in fresh)
        {
            commits[commit.Sequence] = commit;
            if (commit.Events.OfType<ConversationEvent.YoungPersonWrote>().Any()) typingUntil = DateTimeOffset.MinValue;
        }
    }

    private void Seen()
    {
        var wasLive = IsLive;
        readAt = clock.GetUtcNow();
        if (!wasLive) Changed?.Invoke();
    }

    private Task Within(Task call) => call.WaitAsync(Rhythm.Patience, clock, stop.Token);

    private Task<T> Within<T>(Task<T> call) => call.WaitAsync(Rhythm.Patience, clock, stop.Token);

    private async Task Try(string deed, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            FeedLog.CallFailed(log, deed, failure.GetType().Name);
        }
    }
}

/// <summary>Opens feeds for pages.</summary>
public sealed class ConversationFeeds(ConversationNudges nudges, TimeProvider clock, ILogger<ConversationFeed> log)
{
    public ConversationFeed Open(ConversationKey conversation, CaseworkerCalls calls)
    {
        var feed = new ConversationFeed(conversation, calls, nudges, clock, log);
        feed.Start();
        return feed;
    }
}
