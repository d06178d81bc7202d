using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Chat;

public sealed class When_a_young_person_is_in_danger_now(Chromium chromium) : BrowserTest(chromium)
{
    private const string Danger = "theyre outside my house right now and one of them has got a knife";

    [BrowserFact]
    public async Task The_emergency_card_says_what_to_do_and_who_is_there_and_hides_with_one_press()
    {
        var chat = await OpenChatAsync();
        await chat.WriteAsync(Danger);

        await Expect(chat.Card).ToContainTextAsync("Ring 999");
        await Expect(chat.Card).ToContainTextAsync("Press 55");
        await Expect(chat.Card).ToContainTextAsync("No person is here right now.");
        await chat.PromisesNobodyAsync();

        await chat.Choice("Hide").ClickAsync();
        await Expect(chat.Messages).Not.ToContainTextAsync("999");
        await chat.Choice("Show again").ClickAsync();
        await Expect(chat.Card).ToContainTextAsync("Ring 999");
    }

    [BrowserFact]
    public async Task The_case_is_in_the_queue_at_once_whatever_is_answered()
    {
        var ada = await SignInAsync("ada");
        var chat = await OpenChatAsync();
        await chat.WriteAsync(Danger);

        await Expect(chat.Card).ToContainTextAsync("I am trying to reach a person. No one has answered yet.");
        await Expect(ada.Rows).ToContainTextAsync("Immediate");
        await chat.WriteAsync("no dont get anyone");
        await ada.OpenTheCaseAsync();
        await Expect(ada.Transcript).ToContainTextAsync("no dont get anyone");
        await Expect(ada.Transcript.GetByRole(AriaRole.Region, new() { Name = "Emergency card" })).ToContainTextAsync("Ring 999");
        await Expect(ada.Header).ToContainTextAsync("Waiting");
    }
}
