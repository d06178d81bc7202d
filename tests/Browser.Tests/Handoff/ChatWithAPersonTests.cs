using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Handoff;

public sealed class When_a_young_person_in_debt_writes(Chromium chromium) : BrowserTest(chromium)
{
    // What explains a phrase lies hidden within it.
    private static readonly LocatorAssertionsToContainTextOptions AsShown = new() { UseInnerText = true };

    private const string TheirWords = "they said i owe 2 grand and they know where my sister goes school";

    [BrowserFact]
    public async Task They_are_heard_by_the_computer_then_by_a_person_and_both_are_told_the_truth()
    {
        var chat = await OpenChatAsync();
        await Sees_before_the_first_message_who_this_is_and_who_may_read_it(chat);

        await chat.WriteAsync(TheirWords);
        await chat.ShowsAsync("Shall I ask for a person");
        await chat.PromisesNobodyAsync();
        await chat.Choice("Yes, ask for a person").ClickAsync();
        await chat.ShowsAsync("nobody from our team is on shift right now");
        await chat.PromisesNobodyAsync();

        var ada = await SignInAsync("ada");
        await Reads_the_case(ada);
        await chat.PromisesNobodyAsync();
        await ada.ClaimAsync();
        await Expect(chat.Status).ToHaveTextAsync("Ada is here");
        await chat.ShowsAsync("Ada is a person, not a computer.");

        await They_talk(ada, chat);

        await ada.CloseAsync("Reached a person", "Shared with consent");
        await Expect(chat.Status).ToHaveTextAsync("You're talking to a computer");
        await chat.ShowsAsync("The chat with our team has ended for now.");
        await Expect(ada.Rows).ToHaveCountAsync(0);
    }

    private static async Task Sees_before_the_first_message_who_this_is_and_who_may_read_it(ChatPage chat)
    {
        await Expect(chat.FirstScreen).ToContainTextAsync("You're talking to a computer, not a person");
        await Expect(chat.FirstScreen).ToContainTextAsync("We keep this private unless");
        await Expect(chat.FirstScreen).ToContainTextAsync("A school, home or work computer or Wi-Fi may record what you type");
        await Expect(chat.FirstScreen).ToBeInViewportAsync();
        await Expect(chat.Leave).ToBeInViewportAsync();
        await Expect(chat.Bubbles).ToHaveCountAsync(0);
    }

    private static async Task Reads_the_case(CaseworkerPage ada)
    {
        await Expect(ada.Rows).ToHaveCountAsync(1);
        await Expect(ada.Rows).ToContainTextAsync("High");
        await Expect(ada.Rows).ToContainTextAsync("drug debt");
        await Expect(ada.Queue).Not.ToContainTextAsync("sister");

        await ada.OpenTheCaseAsync();
        await Expect(ada.Transcript.GetByRole(AriaRole.Article, new() { Name = "Young person" }).First).ToContainTextAsync(TheirWords, AsShown);
        var phrase = ada.Transcript.Locator("mark").First;
        await Expect(phrase).ToContainTextAsync("owe");
        await phrase.HoverAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Tooltip).First).ToBeVisibleAsync();
    }

    private static async Task They_talk(CaseworkerPage ada, ChatPage chat)
    {
        await ada.Composer.PressSequentiallyAsync("Hi, I'm Ada");
        await Expect(chat.Typing).ToHaveTextAsync("Ada is typing");
        await ada.SendAsync("Hi, I'm Ada. I've read what you wrote.");
        await Expect(chat.FromThePerson).ToHaveTextAsync(["Hi, I'm Ada. I've read what you wrote."]);

        await chat.Input.PressSequentiallyAsync("i dont");
        await Expect(ada.Page.GetByText("The young person is typing")).ToBeVisibleAsync();
        await chat.WriteAsync("i dont want my mum to know");
        await Expect(ada.Transcript).ToContainTextAsync("i dont want my mum to know");

        await ada.SendAsync("That's all right. Let's think about it together.");
        await Expect(chat.FromThePerson).ToHaveCountAsync(2);
        Assert.Equal(["person", "own", "person"], await chat.SpeakersAsync(newest: 3));
    }
}
