using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.HandoffConsole.Transcripts;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>Why the case is here and what has been said, so that nobody is asked twice.</summary>
public partial class ContextPane
{
    [Parameter, EditorRequired] public CaseFile File { get; set; } = null!;

    [Parameter, EditorRequired] public Transcript Transcript { get; set; } = null!;

    [Parameter, EditorRequired] public Deeds Deeds { get; set; } = null!;

    [Parameter] public bool IsMine { get; set; }

    /// <summary>On narrow screens the pane slides in when asked for.</summary>
    [Parameter] public bool IsShown { get; set; }

    [Parameter] public EventCallback Hide { get; set; }

    [Parameter] public EventCallback<bool> Done { get; set; }

    /// <summary>The message that is being corrected, or null.</summary>
    [Parameter] public TranscriptLine.Spoken? Correcting { get; set; }

    /// <summary>The form is done with; true when a correction was recorded.</summary>
    [Parameter] public EventCallback<bool> Corrected { get; set; }

    private IEnumerable<string> Told
    {
        get
        {
            var happenings = Transcript.Lines.OfType<TranscriptLine.Happening>();
            yield return happenings.FirstOrDefault(line => line.Words == HappeningWords.Limits) is { } limits
                ? $"The limits of confidentiality, at {Moments.Clock(limits.At)}"
                : "The limits of confidentiality have not been shown";

            foreach (var card in Transcript.Lines.OfType<TranscriptLine.Card>())
                yield return $"The emergency card, at {Moments.Clock(card.At)}";
        }
    }
}
