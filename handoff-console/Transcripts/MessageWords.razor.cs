using EngagementBot.Conversations.Risk;
using EngagementBot.HandoffConsole.Queue;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Transcripts;

/// <summary>A young person's words with what the screen found in them.</summary>
public partial class MessageWords
{
    [Parameter, EditorRequired] public string LineId { get; set; } = "";

    [Parameter, EditorRequired] public string Words { get; set; } = "";

    [Parameter] public RiskAssessment? Risk { get; set; }

    private IEnumerable<(TextPiece Piece, int Place)> Pieces => RiskSpans.Cut(Words, Risk?.Evidence ?? []).Select((piece, place) => (piece, place));

    private string TipId(int place) => $"{LineId}-found-{place}";

    private static string Explain(TextPiece piece) => string.Join("; ", piece.Evidence
        .Select(found => $"{RiskWords.Sentence(RiskWords.Of(found.Category))} ({found.Rule.Replace('-', ' ')})")
        .Distinct());
}
