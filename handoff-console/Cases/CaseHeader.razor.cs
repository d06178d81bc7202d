using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.HandoffConsole.Feeds;
using EngagementBot.HandoffConsole.Transcripts;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>Which case this is, who has it, and the deeds on it. What a deed needs is asked for in place.</summary>
public partial class CaseHeader
{
    private enum Asking { Nothing, Return, Close }

    private Asking asking;
    private bool isBusy;
    private string? refusal;

    [CascadingParameter] private CaseworkerCalls Calls { get; set; } = null!;

    [Inject] private SecondHand Seconds { get; set; } = null!;

    [Parameter, EditorRequired] public CaseFile File { get; set; } = null!;

    [Parameter, EditorRequired] public Deeds Deeds { get; set; } = null!;

    /// <summary>The newest commit that stands on the page: nothing is ended over later ones.</summary>
    [Parameter, EditorRequired] public long Seen { get; set; }

    /// <summary>A deed was done; true when it was a claim.</summary>
    [Parameter] public EventCallback<bool> Done { get; set; }

    [Parameter] public bool ShowContext { get; set; }

    [Parameter] public EventCallback ToggleContext { get; set; }

    private HandoffState Handoff => File.Handoff;

    private bool IsMine => Handoff.IsHeld && Handoff.Owner?.Id == Calls.Me;

    private bool CanClaim => Handoff.Status is CaseStatus.Waiting or CaseStatus.Declined or CaseStatus.Noticed;

    private bool CanConfirm => Handoff.Status == CaseStatus.SecondLook && Handoff.Owner?.Id != Calls.Me;

    private string StatusWords => Handoff.Status switch
    {
        CaseStatus.None => "With the bot",
        CaseStatus.Noticed => "To look at",
        CaseStatus.Declined => "Declined a person",
        CaseStatus.Waiting => $"Waiting {Moments.Span(Seconds.Now - File.Row.QueuedAt)}",
        CaseStatus.Held => IsMine ? "Held by you" : $"Held by {Handoff.Owner?.Alias}",
        CaseStatus.SecondLook => "Waiting for a second look",
        CaseStatus.Returned => "Back with the bot",
        CaseStatus.Closed => "Closed",
    };

    private static Dictionary<string, object?> Attributes(bool expanded) => new() { ["aria-expanded"] = expanded ? "true" : "false" };

    private Dictionary<string, object?> Expands(Asking what) => Attributes(asking == what);

    private string SecondLookWords(Closing closing) =>
        $"{Handoff.Owner?.Alias} proposes to close. Outcome: {DeedWords.Of(closing.Outcome)}. "
        + (closing.Sharing is { } sharing ? $"Sharing: {DeedWords.Of(sharing)}. " : "")
        + (CanConfirm ? "Read the case, then confirm." : "Another person must confirm.");

    private void Toggle(Asking what)
    {
        refusal = null;
        asking = asking == what ? Asking.Nothing : what;
    }

    private Task ClaimAsync() => DoAsync("claim", (grain, operation) => grain.ClaimAsync(operation), claimed: true);

    private Task ConfirmAsync() => DoAsync("confirm", (grain, operation) => grain.ConfirmClosingAsync(operation, Seen));

    private Task CloseAsync(Closing closing) => DoAsync($"close:{closing}", (grain, operation) => grain.CloseAsync(operation, closing, Seen));

    private Task ReturnAsync(string reason) => DoAsync($"return:{reason}", (grain, operation) => grain.ReturnToBotAsync(operation, reason, Seen));

    private async Task ReturnPressedAsync()
    {
        if (File.Risk.Level >= RiskLevel.High) Toggle(Asking.Return);
        else await ReturnAsync("");
    }

    private async Task DoAsync(string press, Func<ICaseGrain, OperationId, Task<DeedReceipt>> deed, bool claimed = false)
    {
        if (isBusy) return;

        isBusy = true;
        var receipt = await Deeds.DoAsync(press, deed);
        isBusy = false;
        refusal = DeedWords.Refusal(receipt);
        if (refusal is null) asking = Asking.Nothing;
        await Done.InvokeAsync(claimed && refusal is null);
    }
}
