using EngagementBot.Contracts;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>What closing asks for: an outcome, from High the sharing decision, at Immediate a second person.</summary>
public partial class CloseForm
{
    private CaseOutcome? outcome;
    private SharingDecision? sharing;
    private string? missing;

    [Parameter, EditorRequired] public RiskLevel Level { get; set; }

    [Parameter] public bool IsBusy { get; set; }

    [Parameter] public EventCallback<Closing> Submit { get; set; }

    [Parameter] public EventCallback Cancel { get; set; }

    private bool NeedsSharing => Level >= RiskLevel.High;

    private bool NeedsSecondLook => Level == RiskLevel.Immediate;

    private string SubmitLabel => NeedsSecondLook ? "Ask for a second look" : "Record the outcome";

    private string Hint => (NeedsSecondLook, NeedsSharing) switch
    {
        (true, _) => "Level Immediate: a sharing decision is needed, and a second person must confirm before the case closes.",
        (_, true) => "Level High: a sharing decision is needed.",
        _ => "The case leaves the queue; the young person can still come back.",
    };

    private async Task SubmitAsync()
    {
        if (IsBusy) return;

        missing = outcome is null ? Refusal(DeedResult.OutcomeMissing)
            : NeedsSharing && sharing is null ? Refusal(DeedResult.SharingDecisionMissing)
            : null;
        if (outcome is { } chosen && missing is null) await Submit.InvokeAsync(new Closing(chosen, sharing));
    }

    private static string? Refusal(DeedResult result) => DeedWords.Refusal(new DeedReceipt(result, null, 0));
}
