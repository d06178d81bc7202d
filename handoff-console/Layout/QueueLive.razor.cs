using EngagementBot.HandoffConsole.Feeds;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Layout;

/// <summary>Says so when the queue on the page may be out of date.</summary>
public sealed partial class QueueLive
{
    // A page that has only just opened waits for the first reading before it raises its voice.
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(2);

    private DateTimeOffset openedAt;

    [Inject] private DispatchFeed Queue { get; set; } = null!;

    [Inject] private SecondHand Seconds { get; set; } = null!;

    private bool IsLive => Queue.IsLive || Seconds.Now - openedAt < Opening;

    public void Dispose()
    {
        Seconds.Ticked -= Show;
        Queue.Changed -= Show;
    }

    protected override void OnInitialized()
    {
        openedAt = Seconds.Now;
        Seconds.Ticked += Show;
        Queue.Changed += Show;
    }

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
