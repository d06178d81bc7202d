using EngagementBot.HandoffConsole.Cases;
using Moq;

namespace EngagementBot.HandoffConsole.Tests.Cases;

public class While_a_caseworker_writes : ConsoleContext
{
    private readonly List<(OperationId Operation, string Words, long Seen)> sent = [];
    private Func<Task<DeedReceipt>> answer = () => Task.FromResult(Some.Receipt(DeedResult.Done));

    public While_a_caseworker_writes() =>
        Case.Setup(grain => grain.SayAsync(It.IsAny<OperationId>(), It.IsAny<MessageText>(), It.IsAny<long>()))
            .Returns((OperationId operation, MessageText text, long seen) =>
            {
                sent.Add((operation, text.Words, seen));
                return answer();
            });

    [Fact]
    public void It_says_whom_the_words_go_to() =>
        Assert.Equal("To: the young person on web · case 4F2K", Composer().Find(".composer-to").TextContent);

    [Fact]
    public void Nothing_can_be_sent_before_there_are_words()
    {
        var composer = Composer();
        Assert.True(composer.Find("button").HasAttribute("disabled"));

        Type(composer, "   ");
        Assert.True(composer.Find("button").HasAttribute("disabled"));

        Type(composer, "Hi");
        Assert.False(composer.Find("button").HasAttribute("disabled"));
    }

    [Fact]
    public void What_is_sent_names_the_last_message_that_was_seen_and_leaves_the_box()
    {
        var composer = Composer(seen: 41);
        Type(composer, " Hi, I'm Ada ");

        composer.Find("form").Submit();

        Assert.Equal(("Hi, I'm Ada", 41), (sent.Single().Words, sent.Single().Seen));
        Assert.Equal("", Value(composer));
    }

    [Fact]
    public void A_second_press_while_sending_does_nothing()
    {
        var slow = new TaskCompletionSource<DeedReceipt>();
        answer = () => slow.Task;
        var composer = Composer();
        Type(composer, "Hi");

        composer.Find("form").Submit();
        Assert.True(composer.Find("button").HasAttribute("disabled"));
        Assert.Contains("Sending…", composer.Markup, StringComparison.Ordinal);
        composer.Find("form").Submit();
        slow.SetResult(Some.Receipt(DeedResult.Done));

        composer.WaitForAssertion(() => Assert.Equal("", Value(composer)));
        Assert.Single(sent);
    }

    [Fact]
    public void Words_are_kept_when_messages_have_arrived_unseen_and_the_next_press_is_a_new_one()
    {
        answer = () => Task.FromResult(Some.Receipt(DeedResult.UnseenMessages));
        var composer = Composer(seen: 3);
        Type(composer, "How are you");

        composer.Find("form").Submit();
        Assert.Equal("How are you", Value(composer));
        Assert.Contains("New messages have arrived", composer.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        answer = () => Task.FromResult(Some.Receipt(DeedResult.Done));
        composer.Render(parameters => parameters.Add(one => one.Seen, 4));
        composer.Find("form").Submit();

        Assert.Equal([3L, 4L], sent.Select(one => one.Seen));
        Assert.NotEqual(sent[0].Operation, sent[1].Operation);
        Assert.Empty(composer.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void A_message_without_an_answer_is_sent_again_as_the_same_one()
    {
        answer = () => throw new TimeoutException();
        var composer = Composer();
        Type(composer, "Hi");

        composer.Find("form").Submit();
        Assert.Contains("No answer", composer.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        answer = () => Task.FromResult(Some.Receipt(DeedResult.Done));
        composer.Find("form").Submit();

        Assert.Equal(2, sent.Count);
        Assert.Equal(sent[0].Operation, sent[1].Operation);
    }

    [Fact]
    public void Changed_words_are_another_message()
    {
        answer = () => throw new TimeoutException();
        var composer = Composer();
        Type(composer, "Hi");
        composer.Find("form").Submit();
        Type(composer, "Hi there");
        composer.Find("form").Submit();

        Assert.NotEqual(sent[0].Operation, sent[1].Operation);
    }

    [Fact]
    public void Typing_is_told_once_in_three_seconds()
    {
        var composer = Composer();

        Type(composer, "H");
        Type(composer, "Hi");
        Clock.Advance(TimeSpan.FromSeconds(3));
        Type(composer, "Hi,");

        Case.Verify(grain => grain.TypingAsync(), Times.Exactly(2));
    }

    [Fact]
    public async Task A_draft_waits_while_another_case_is_open()
    {
        Type(Composer(), "half a thought");

        await DisposeComponentsAsync();

        Assert.Equal("half a thought", Value(Composer()));
    }

    private static string? Value(IRenderedComponent<Composer> composer) => composer.Find("textarea").GetAttribute("value");

    private static void Type(IRenderedComponent<Composer> composer, string words) => composer.Find("textarea").Input(words);

    private IRenderedComponent<Composer> Composer(long seen = 1)
    {
        var deeds = DeedsAs(Some.Ada);
        return Render<Composer>(parameters => parameters.Add(one => one.File, Some.Held()).Add(one => one.Deeds, deeds).Add(one => one.Seen, seen));
    }
}
