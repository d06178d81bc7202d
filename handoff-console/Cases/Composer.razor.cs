using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.HandoffConsole.Feeds;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>Where a caseworker writes. It says whom to; a refused or unanswered message stays in it.</summary>
public partial class Composer
{
    private static readonly TimeSpan TypingTold = TimeSpan.FromSeconds(3);

    private ElementReference box;
    private bool isSending;
    private string? refusal;
    private DateTimeOffset toldAt = DateTimeOffset.MinValue;

    [CascadingParameter] private CaseworkerCalls Calls { get; set; } = null!;

    [Inject] private Drafts Drafts { get; set; } = null!;

    [Inject] private SecondHand Seconds { get; set; } = null!;

    [Parameter, EditorRequired] public CaseFile File { get; set; } = null!;

    [Parameter, EditorRequired] public Deeds Deeds { get; set; } = null!;

    /// <summary>The newest commit that stands on the page with this composer: nothing is sent over later ones.</summary>
    [Parameter, EditorRequired] public long Seen { get; set; }

    [Parameter] public bool TakesFocus { get; set; }

    [Parameter] public EventCallback<bool> Sent { get; set; }

    private ConversationKey Conversation => File.Row.Conversation;

    private string Draft
    {
        get => Drafts[Conversation];
        set => Drafts[Conversation] = value;
    }

    private bool IsBlank => string.IsNullOrWhiteSpace(Draft);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender && TakesFocus) await box.FocusAsync();
    }

    private async Task SendAsync()
    {
        if (isSending || IsBlank) return;

        var (words, seen) = (Draft.Trim(), Seen);
        isSending = true;
        // The press is named by its words alone: sent again after silence it is the same message, whatever else was read meanwhile.
        var receipt = await Deeds.DoAsync($"say:{words}", (grain, operation) => grain.SayAsync(operation, new MessageText(words), seen));
        isSending = false;

        refusal = DeedWords.Refusal(receipt);
        if (refusal is null) Draft = "";
        await Sent.InvokeAsync(false);
    }

    private async Task TypedAsync()
    {
        if (refusal is not null && IsBlank) refusal = null;
        if (IsBlank || Seconds.Now - toldAt < TypingTold) return;

        toldAt = Seconds.Now;
        try
        {
            await Calls.CaseAsync(Conversation, grain => grain.TypingAsync());
        }
        catch (Exception failure) when (failure is TimeoutException or OrleansException)
        {
            // A sign of life only; the next one is three seconds away.
        }
    }
}
