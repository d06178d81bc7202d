using EngagementBot.Contracts;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Conversations;

/// <summary>Nothing due is forgotten: at start and every few seconds, conversations whose time has come are woken, also when no console
/// is open and nobody writes.</summary>
internal sealed class DueSweep(IConversationStore store, IGrainFactory grains, TimeProvider clock, ILogger<DueSweep> logger) : BackgroundService
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    private const int MostAtOnce = 500;

    /// <summary>One look. Tests that move the clock call it themselves.</summary>
    public async Task SweepAsync()
    {
        var due = await store.DueAsync(clock.GetUtcNow(), MostAtOnce);
        await Parallel.ForEachAsync(due, async (key, _) => await WakeAsync(key.Value));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
        {
            try
            {
                await SweepAsync();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                ConversationLogMessages.SweepFailed(logger, fault.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeAsync(string key)
    {
        try
        {
            await grains.GetGrain<IConversationGrain>(key).DueAsync();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            ConversationLogMessages.WakeFailed(logger, fault.GetType().Name);
        }
    }
}
