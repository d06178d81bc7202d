using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;
using EngagementBot.HandoffConsole.Cases;
using EngagementBot.HandoffConsole.Queue;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Transcripts;

/// <summary>A young person's words with what the screen found in them. What identifies is covered; whoever holds the case may open one for
/// a reason, and sees it until they leave the page or the case.</summary>
public partial class MessageWords
{
    private readonly Dictionary<int, string> shown = [];
    private int? asking;
    private bool isBusy;
    private string reason = "";
    private string? refusal;
    private string? announced;

    [Parameter, EditorRequired] public string LineId { get; set; } = "";

    [Parameter, EditorRequired] public string Words { get; set; } = "";

    [Parameter] public RiskAssessment? Risk { get; set; }

    /// <summary>Placeholders in the words; the place in the list names the identifier.</summary>
    [Parameter] public IReadOnlyList<Identifier>? Hidden { get; set; }

    /// <summary>Of the commit that holds the message.</summary>
    [Parameter] public long Sequence { get; set; }

    /// <summary>What opens an identifier; null for whoever may not.</summary>
    [Parameter] public Deeds? Unseal { get; set; }

    [Parameter] public EventCallback<bool> Unsealed { get; set; }

    private IReadOnlyList<TextPiece> Cut => RiskSpans.Cut(Words, Risk?.Evidence ?? [], Hidden);

    private IEnumerable<(TextPiece Piece, int Place)> Pieces => Cut.Select((piece, place) => (piece, place));

    private string ReasonId => $"{LineId}-reason";

    private bool IsTooShort => reason.Trim().Length < 3;

    protected override void OnParametersSet()
    {
        if (Unseal is not null) return;

        shown.Clear();
        (asking, announced) = (null, null);
    }

    private string TipId(int place) => $"{LineId}-found-{place}";

    private string NameOf(int hidden) => Masking.NameOf(Hidden![hidden].Kind);

    private string WordsOf(TextPiece piece) => piece.Hidden is { } hidden && shown.TryGetValue(hidden, out var value) ? value : piece.Text;

    /// <summary>The identifier whose placeholder ends with this piece and that can be asked for; null for most pieces.</summary>
    private int? CanShow(int place)
    {
        var pieces = Cut;
        return Unseal is not null && pieces[place].Hidden is { } hidden && !shown.ContainsKey(hidden)
            && (place + 1 == pieces.Count || pieces[place + 1].Hidden != hidden)
            ? hidden
            : null;
    }

    private void Ask(int hidden)
    {
        (refusal, reason, announced) = (null, "", null);
        asking = asking == hidden ? null : hidden;
    }

    private async Task SubmitAsync()
    {
        if (isBusy || IsTooShort || asking is not { } index || Unseal is null) return;

        var (sequence, why) = (Sequence, reason.Trim());
        isBusy = true;
        var receipt = await Unseal.AskAsync($"unseal:{sequence}:{index}:{why}", (grain, operation) => grain.UnsealAsync(operation, sequence, index, why));
        isBusy = false;
        refusal = DeedWords.Refusal(receipt?.Deed);
        if (receipt?.Value is { } value) Show(index, value.Words);
        await Unsealed.InvokeAsync(false);
    }

    private void Show(int index, string value)
    {
        shown[index] = value;
        (asking, announced) = (null, $"The {NameOf(index)} is shown.");
    }

    private static string Explain(TextPiece piece) => string.Join("; ", piece.Evidence
        .Select(found => $"{RiskWords.Sentence(RiskWords.Of(found.Category))} ({found.Rule.Replace('-', ' ')})")
        .Distinct());
}
