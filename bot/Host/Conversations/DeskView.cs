using EngagementBot.Contracts;
using EngagementBot.Conversations.Handoff;

namespace EngagementBot.Host.Conversations;

/// <summary>Who is there, as each silo knows it: asked of the dispatch grain at most once a second, so that a burst of turns does not
/// queue up behind one grain.</summary>
internal sealed class DeskView(IGrainFactory grains, TimeProvider clock, ILogger<DeskView> logger, DeskFreshness freshness)
{
    private volatile Seen? last;

    public async Task<Desk> CurrentAsync()
    {
        var now = clock.GetUtcNow();
        if (last is { } seen && now - seen.At < freshness.For && now >= seen.At) return seen.Desk;

        try
        {
            var desk = await grains.GetGrain<IDispatchGrain>(Dispatch.DefaultTeam).DeskAsync();
            last = new Seen(desk, now);
            return desk;
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            // Unknown is told as nobody there: the honest side to err on, and a turn must never wait for it.
            ConversationLogMessages.DeskUnknown(logger, fault.GetType().Name);
            return Desk.Empty;
        }
    }

    private sealed record Seen(Desk Desk, DateTimeOffset At);
}

/// <param name="For">How old a desk may be and still be used.</param>
internal sealed record DeskFreshness(TimeSpan For);
