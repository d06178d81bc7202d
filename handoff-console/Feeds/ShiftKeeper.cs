using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;

namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>Keeps shifts and claims alive for those whose page is connected; for anyone who vanishes both lapse by themselves.</summary>
internal sealed class ShiftKeeper(Presence presence, DispatchFeed queue, TimeProvider clock, ILogger<ShiftKeeper> log) : BackgroundService
{
    private readonly Nudge nudge = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        presence.Changed += nudge.Give;
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.WhenAll(presence.Everyone.Select(KeepAsync));
            await nudge.WaitAsync(Rhythm.Renew, clock, stoppingToken);
        }
    }

    private async Task KeepAsync(PresentCaseworker person)
    {
        if (presence.IsOnShift(person.Calls.Me))
            await Try("keep a shift", person.Calls.BoardAsync(board => board.ComeOnShiftAsync()));

        foreach (var held in HeldBy(person.Calls.Me))
            await Try("keep a claim", person.Calls.CaseAsync(held, grain => grain.RenewAsync()));
    }

    private IEnumerable<ConversationKey> HeldBy(CaseworkerId caseworker) =>
        queue.Board?.Cases
            .Where(row => row.Status == CaseStatus.Held && row.Owner?.Id == caseworker)
            .Select(row => row.Conversation) ?? [];

    private async Task Try(string deed, Task call)
    {
        try
        {
            await call.WaitAsync(Rhythm.Patience, clock);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            FeedLog.CallFailed(log, deed, failure.GetType().Name);
        }
    }
}
