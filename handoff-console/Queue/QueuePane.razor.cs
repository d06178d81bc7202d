using EngagementBot.HandoffConsole.Feeds;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Queue;

/// <summary>The team's cases, live, in the order in which they should be taken.</summary>
public sealed partial class QueuePane
{
    [CascadingParameter] private CaseworkerCalls Calls { get; set; } = null!;

    [Inject] private DispatchFeed Queue { get; set; } = null!;

    [Inject] private SecondHand Seconds { get; set; } = null!;

    /// <summary>Key of the case that is open on the page, or null.</summary>
    [Parameter] public string? Selected { get; set; }

    private IReadOnlyList<QueueGroup> Groups => Queue.Board is { } board ? QueueGroup.Of(board.Cases, Calls.Me) : [];

    public void Dispose()
    {
        Queue.Changed -= Show;
        Seconds.Ticked -= Show;
    }

    protected override void OnInitialized()
    {
        Queue.Changed += Show;
        Seconds.Ticked += Show;
    }

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
