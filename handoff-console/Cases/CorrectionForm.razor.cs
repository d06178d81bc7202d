using EngagementBot.Contracts;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.HandoffConsole.Queue;
using EngagementBot.HandoffConsole.Transcripts;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>Where a caseworker says that the screen was wrong about one message, and may write a sentence for it to learn from.</summary>
public partial class CorrectionForm
{
    private CorrectionDraft draft = null!;
    private ElementReference title;
    private bool isBusy;
    private string? refusal;

    [Parameter, EditorRequired] public CaseFile File { get; set; } = null!;

    /// <summary>The young person's message.</summary>
    [Parameter, EditorRequired] public TranscriptLine.Spoken Line { get; set; } = null!;

    [Parameter, EditorRequired] public Deeds Deeds { get; set; } = null!;

    [Parameter] public EventCallback Recorded { get; set; }

    [Parameter] public EventCallback Cancel { get; set; }

    private RiskAssessment Found => Line.Risk ?? RiskAssessment.Nothing;

    private IEnumerable<CorrectionKind> Kinds => Enum.GetValues<CorrectionKind>().Where(kind => CorrectionDraft.LevelsOf(kind, Found.Level).Any());

    private string Effect => draft.Kind is CorrectionKind.Missed && draft.Level > File.Risk.Level
        ? $"This raises the case to {RiskWords.Of(draft.Level)}.{(draft.Level >= RiskLevel.High ? " A person is needed." : "")}"
        : $"The case stays at {RiskWords.Of(File.Risk.Level)}. Only “Lower level” lowers it.";

    protected override void OnInitialized() => draft = new CorrectionDraft(Found, File.Row.Language);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender) await title.FocusAsync();
    }

    private async Task SubmitAsync()
    {
        if (isBusy) return;

        refusal = draft.Missing(Line.Words);
        if (refusal is not null) return;

        var correction = draft.Of(Line.Sequence, Line.Words);
        isBusy = true;
        var receipt = await Deeds.DoAsync($"correct:{Line.Sequence}:{draft.Name}", (grain, operation) => grain.CorrectAsync(operation, correction));
        isBusy = false;
        refusal = receipt?.Result is DeedResult.Invalid ? "That was not accepted. Read the message again: it may have been corrected already." : DeedWords.Refusal(receipt);
        if (refusal is null) await Recorded.InvokeAsync();
    }
}
