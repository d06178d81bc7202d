using EngagementBot.HandoffConsole.Feeds;
using EngagementBot.HandoffConsole.Rehearsal;
using Microsoft.Extensions.DependencyInjection;
using static EngagementBot.Conversations.ConversationEvent;

namespace EngagementBot.HandoffConsole.Tests.Feeds;

public class While_a_caseworker_has_the_console_open(RunningConsole console)
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(20);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_queue_is_read_in_their_name_and_new_cases_arrive()
    {
        var queue = console.Services.GetRequiredService<DispatchFeed>();
        using var here = Arrive(Some.Ada);
        var played = console.Stage.Add("queuearrival");

        var arrived = When(changed => queue.Changed += changed, changed => queue.Changed -= changed,
            () => queue.Board?.Cases.Any(row => row.Conversation == played.Key) == true);
        played.Now(new Started(ChannelKind.Web, "en"), new PersonNeeded(RiskLevel.High, HandoffCause.Asked));

        await arrived;
        Assert.True(queue.IsLive);
    }

    [Fact]
    public async Task They_are_on_shift_and_their_claims_are_kept()
    {
        var queue = console.Services.GetRequiredService<DispatchFeed>();
        var played = console.Stage.Add("leasekept");
        played.Now(new Started(ChannelKind.Web, "en"), new PersonNeeded(RiskLevel.High, HandoffCause.Asked), new CaseClaimed(Some.Sam, Some.Now));

        var onShift = When(changed => queue.Changed += changed, changed => queue.Changed -= changed,
            () => queue.Board is { } board && board.OnShift.Contains("Sam") && board.Cases.Any(row => row.Conversation == played.Key));
        using var here = Arrive(Some.Sam);
        await onShift;
        var renewed = When(changed => played.Renewed += changed, changed => played.Renewed -= changed, () => played.Renewals > 0);
        console.Services.GetRequiredService<Presence>().StartShift(Some.Sam.Id);

        await renewed;
    }

    [Fact]
    public async Task An_open_case_shows_its_whole_log_and_what_comes_after()
    {
        var played = console.Stage.Add("longlog");
        played.Now(new Started(ChannelKind.Web, "en"), new CaseNoticed());
        for (var message = 0; message < 60; message++) played.Now(Some.Wrote($"message {message}"));
        await using var feed = Open(played, Some.Ada);
        await Changed(feed, () => feed.File is not null);
        Assert.Equal(Enumerable.Range(1, 61).Select(sequence => (long)sequence), feed.Log.Select(commit => commit.Sequence));

        var next = Changed(feed, () => feed.Newest == 62);
        played.Now(Some.Wrote("one more"));

        await next;
        Assert.Equal(62, feed.File!.Row.Sequence);
    }

    [Fact]
    public async Task They_see_that_the_young_person_is_typing_until_the_words_arrive()
    {
        var played = console.Stage.Add("typing");
        played.Now(new Started(ChannelKind.Web, "en"), new CaseNoticed());
        await using var feed = Open(played, Some.Ada);
        await Changed(feed, () => feed.File is not null);
        await feed.Watched.WaitAsync(Enough, Stop);

        var typing = Changed(feed, () => feed.YoungPersonIsTyping);
        played.TypingBy(null);
        await typing;
        var arrived = Changed(feed, () => feed.Newest == 2);
        played.Now(Some.Wrote("ok"));
        await arrived;

        Assert.False(feed.YoungPersonIsTyping);
    }

    [Fact]
    public async Task A_case_that_does_not_exist_is_said_to_be_missing()
    {
        await using var feed = Open(new PlayedCase(new ConversationKey("nowhere"), console.Stage), Some.Ada);

        await Changed(feed, () => feed.IsMissing);

        Assert.Null(feed.File);
    }

    [Fact]
    public async Task A_case_that_may_no_longer_be_seen_leaves_the_page()
    {
        var played = console.Stage.Add("vanishes");
        played.Now(new Started(ChannelKind.Web, "en"), new PersonNeeded(RiskLevel.Low, HandoffCause.Asked), new CaseClaimed(Some.Ada, Some.Now));
        await using var feed = Open(played, Some.Sam);
        await Changed(feed, () => feed.File is not null);

        var left = Changed(feed, () => feed.HasLeft);
        played.Vanish();

        await left;
        Assert.Null(feed.File);
    }

    [Fact]
    public async Task Of_two_who_claim_at_once_one_wins_and_the_other_hears_who()
    {
        var played = console.Stage.Add("claimrace");
        played.Now(new Started(ChannelKind.Web, "en"), new PersonNeeded(RiskLevel.High, HandoffCause.Asked));
        var ids = new NewId();

        var receipts = await Task.WhenAll(new[] { Some.Ada, Some.Sam }
            .Select(who => Calls(who).CaseAsync(played.Key, grain => grain.ClaimAsync(ids.Operation()))));

        var (won, lost) = (receipts.Single(one => one.Result == DeedResult.Done), receipts.Single(one => one.Result == DeedResult.HeldByAnother));
        Assert.Equal(won.Owner, lost.Owner);
    }

    private static Task Changed(ConversationFeed feed, Func<bool> holds) => When(changed => feed.Changed += changed, changed => feed.Changed -= changed, holds);

    private static async Task When(Action<Action> listen, Action<Action> leave, Func<bool> holds)
    {
        var happened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (holds()) happened.TrySetResult();
        }

        listen(Look);
        Look();
        try
        {
            await happened.Task.WaitAsync(Enough, Stop);
        }
        finally
        {
            leave(Look);
        }
    }

    private ConversationFeed Open(PlayedCase played, Caseworker who) =>
        console.Services.GetRequiredService<ConversationFeeds>().Open(played.Key, Calls(who));

    private CaseworkerCalls Calls(Caseworker who) =>
        console.Services.GetRequiredService<CaseworkerDoor>().For(new TicketHolder(who, CaseworkerRole.Caseworker));

    private Departure Arrive(Caseworker who)
    {
        var presence = console.Services.GetRequiredService<Presence>();
        presence.Arrive(Calls(who));
        return new Departure(() => presence.Leave(who.Id));
    }

    private sealed class Departure(Action leave) : IDisposable
    {
        public void Dispose() => leave();
    }
}
