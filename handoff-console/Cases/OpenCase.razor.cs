using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.HandoffConsole.Feeds;
using EngagementBot.HandoffConsole.Transcripts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>One case on the page, followed for as long as it is shown.</summary>
public sealed partial class OpenCase
{
    private static readonly TimeSpan Opening = TimeSpan.FromSeconds(2);

    private ConversationFeed feed = null!;
    private Deeds deeds = null!;
    private Transcript transcript = Transcript.Of([]);
    private IReadOnlyList<LoggedCommit>? shown;
    private DateTimeOffset openedAt;
    private bool showContext;
    private bool justClaimed;
    private TranscriptLine.Spoken? correcting;

    [CascadingParameter] private CaseworkerCalls Calls { get; set; } = null!;

    [Inject] private ConversationFeeds Feeds { get; set; } = null!;

    [Inject] private SecondHand Seconds { get; set; } = null!;

    [Inject] private IJSRuntime Page { get; set; } = null!;

    [Inject] private NewId Ids { get; set; } = null!;

    [Inject] private TimeProvider Clock { get; set; } = null!;

    [Parameter, EditorRequired] public ConversationKey Conversation { get; set; }

    // What stands on the page, which may lag behind the feed by a moment: nothing is sent over a message that is not shown yet.
    private long Seen => shown is [.., var newest] ? newest.Sequence : 0;

    private bool IsLive => feed.IsLive || Seconds.Now - openedAt < Opening;

    private bool IsMine => feed.File?.Handoff is { IsHeld: true, Owner.Id: var owner } && owner == Calls.Me;

    // Opened by whoever holds the case, and only where there is a danger to act on.
    private Deeds? Unseal => IsMine && feed.File is { Risk.Level: >= RiskLevel.High } ? deeds : null;

    // As the grain has it: whoever may read, but not over the head of the one who holds it.
    private bool CanCorrect => feed.File?.Handoff is { Status: not CaseStatus.None } handoff && (IsMine || !handoff.IsHeld);

    private string? Typing =>
        feed.YoungPersonIsTyping ? "The young person is typing"
        : feed.CaseworkerTyping is { } alias ? $"{alias} is typing"
        : null;

    private string ReadingLine => feed.File?.Handoff switch
    {
        { Status: CaseStatus.Held, Owner: { } owner } => $"{owner.Alias} holds this case. You can read along.",
        { Status: CaseStatus.SecondLook } => "This case waits for a second look before it closes.",
        { Status: CaseStatus.Closed } => "This case is closed.",
        { IsOpen: true } => "Claim this case to answer. The young person sees that you are here when you do.",
        _ => "The bot answers here. There is no open case.",
    };

    public async ValueTask DisposeAsync()
    {
        feed.Changed -= Show;
        Seconds.Ticked -= Show;
        await feed.DisposeAsync();
    }

    protected override void OnInitialized()
    {
        openedAt = Seconds.Now;
        deeds = new Deeds(Calls, Conversation, Ids, Clock);
        feed = Feeds.Open(Conversation, Calls);
        feed.Changed += Show;
        Seconds.Ticked += Show;
    }

    private void Show() => _ = InvokeAsync(() =>
    {
        if (!ReferenceEquals(shown, feed.Log))
        {
            shown = feed.Log;
            transcript = Transcript.Of(shown);
        }
        StateHasChanged();
    });

    private void Correct(TranscriptLine.Spoken line)
    {
        correcting = line;
        showContext = true;
    }

    private async Task CorrectedAsync(bool recorded)
    {
        var line = correcting;
        (correcting, showContext) = (null, false);
        if (recorded) Acted(false);
        if (line is not null) await Page.InvokeVoidAsync("handoffConsole.focus", TranscriptPane.CorrectId(line));
    }

    /// <summary>After a deed of our own: read at once, and put the cursor where the next words go.</summary>
    private void Acted(bool claimed)
    {
        justClaimed = claimed;
        feed.Hurry();
    }
}
