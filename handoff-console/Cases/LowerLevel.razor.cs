using EngagementBot.Conversations.Risk;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>Only people lower a level, and they say why.</summary>
public partial class LowerLevel
{
    private bool isAsking;
    private bool isBusy;
    private RiskLevel to;
    private string reason = "";
    private string? refusal;

    [Parameter, EditorRequired] public RiskLevel Level { get; set; }

    [Parameter, EditorRequired] public Deeds Deeds { get; set; } = null!;

    [Parameter] public EventCallback<bool> Done { get; set; }

    private IEnumerable<RiskLevel> Lower => Enum.GetValues<RiskLevel>().Where(level => level < Level).Reverse();

    private bool IsTooShort => reason.Trim().Length < 3;

    protected override void OnParametersSet()
    {
        if (to >= Level || !isAsking) to = Lower.FirstOrDefault();
    }

    private async Task SubmitAsync()
    {
        if (isBusy || IsTooShort) return;

        var (level, why) = (to, reason.Trim());
        isBusy = true;
        var receipt = await Deeds.DoAsync($"lower:{level}:{why}", (grain, operation) => grain.LowerLevelAsync(operation, level, why));
        isBusy = false;
        refusal = DeedWords.Refusal(receipt);
        if (refusal is null) (isAsking, reason) = (false, "");
        await Done.InvokeAsync(false);
    }
}
