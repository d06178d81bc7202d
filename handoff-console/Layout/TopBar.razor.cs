using EngagementBot.Contracts;
using EngagementBot.Conversations.Handoff;
using EngagementBot.HandoffConsole.Feeds;
using EngagementBot.HandoffConsole.Queue;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace EngagementBot.HandoffConsole.Layout;

/// <summary>Shift, load, live or not, and the sound for new High and Immediate cases.</summary>
public sealed partial class TopBar
{
    private readonly Unanswered unanswered = new();
    private bool sound = true;

    [CascadingParameter] private CaseworkerCalls Calls { get; set; } = null!;

    [Inject] private DispatchFeed Queue { get; set; } = null!;

    [Inject] private Presence Presence { get; set; } = null!;

    [Inject] private SecondHand Seconds { get; set; } = null!;

    [Inject] private IJSRuntime Browser { get; set; } = null!;

    private bool IsOnShift => Presence.IsOnShift(Calls.Me);

    private string RoleWord => Calls.Holder.Role switch
    {
        CaseworkerRole.Caseworker => "caseworker",
        CaseworkerRole.Supervisor => "supervisor",
    };

    private IReadOnlyList<string> OnShift => Queue.Board?.OnShift ?? [];

    private string Team => OnShift.Count switch
    {
        0 => "Nobody on shift",
        1 => "1 on shift",
        var people => $"{people} on shift",
    };

    private string TeamTitle => string.Join(", ", OnShift);

    private string Load
    {
        get
        {
            var mine = Queue.Board?.Cases.Count(row => row.Status == CaseStatus.Held && row.Owner?.Id == Calls.Me) ?? 0;
            return mine == 0 ? "You hold no case" : mine == 1 ? "You hold 1 case" : $"You hold {mine} cases";
        }
    }

    public void Dispose()
    {
        Queue.Changed -= Show;
        Presence.Changed -= Show;
        Seconds.Ticked -= Show;
    }

    protected override void OnInitialized()
    {
        Queue.Changed += Show;
        Presence.Changed += Show;
        Seconds.Ticked += Show;
    }

    private async Task ChangeShiftAsync(bool on)
    {
        if (on)
        {
            Presence.StartShift(Calls.Me);
            return;
        }
        Presence.EndShift(Calls.Me);
        try
        {
            await Calls.BoardAsync(board => board.GoOffShiftAsync());
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            // The shift lapses by itself within 30 seconds.
        }
    }

    private void Show() => _ = InvokeAsync(async () =>
    {
        StateHasChanged();
        if (unanswered.Sounds(Queue.Board?.Cases ?? []) && sound) await ChimeAsync();
    });

    private async Task ChimeAsync()
    {
        try
        {
            await Browser.InvokeVoidAsync("handoffConsole.chime");
        }
        catch (JSException)
        {
            // A browser may refuse sound; the mark and the title stay.
        }
        catch (JSDisconnectedException)
        {
            // The page is gone.
        }
    }
}
