namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>"Something changed": many givers, one waiter. Carries nothing; the waiter reads for itself.</summary>
internal sealed class Nudge
{
    private volatile TaskCompletionSource given = New();

    public void Give() => given.TrySetResult();

    /// <summary>Returns at the next nudge, at once if one was given since the last wait, and at the latest after <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken stop)
    {
        await given.Task.WaitAsync(atMost, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.ThrowIfCancellationRequested();
        // Renewed before the waiter reads, so that a nudge during its reading is not lost.
        if (given.Task.IsCompleted) given = New();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
