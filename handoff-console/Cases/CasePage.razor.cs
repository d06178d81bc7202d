using EngagementBot.HandoffConsole.Feeds;
using EngagementBot.HandoffConsole.Queue;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>The inbox. What is open stands in the address, so that a reload or another node shows the same.</summary>
public sealed partial class CasePage
{
    [Inject] private DispatchFeed Queue { get; set; } = null!;

    /// <summary>Key of the open case, or null.</summary>
    [Parameter] public string? Key { get; set; }

    private string Title
    {
        get
        {
            var unanswered = Queue.Board?.Cases.Count(QueueGroup.IsUnanswered) ?? 0;
            var place = Key is { Length: >= 4 } ? $"Case {Key[..4].ToUpperInvariant()}" : "Queue";
            return unanswered == 0 ? place : $"({unanswered}) {place}";
        }
    }

    public void Dispose() => Queue.Changed -= Show;

    protected override void OnInitialized() => Queue.Changed += Show;

    private void Show() => _ = InvokeAsync(StateHasChanged);
}
