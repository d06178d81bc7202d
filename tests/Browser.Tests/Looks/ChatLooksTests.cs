using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Looks;

public sealed class The_chat_at_every_size_in_light_and_dark(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task Can_be_used_by_everybody_from_the_first_screen_to_the_talk_with_a_person()
    {
        var chat = await OpenChatAsync();
        var inspector = new Inspector(chat.Page, Sizes.OfTheChat, "color-contrast-enhanced");
        await inspector.LookAsync("chat-first");
        await chat.Page.GetByText("More about privacy").ClickAsync();
        await inspector.LookAsync("chat-first-open");
        await chat.Page.GetByText("More about privacy").ClickAsync();

        var ada = await SignInAsync("ada");
        await chat.WriteAsync("they said i owe 2 grand and they know where my sister goes school");
        await Expect(chat.Choice("Yes, ask for a person")).ToBeVisibleAsync();
        await inspector.LookAsync("chat-talk");

        await chat.Choice("Yes, ask for a person").ClickAsync();
        await chat.ShowsAsync("I've asked our team for a person");
        await inspector.LookAsync("chat-waiting");

        await ada.OpenTheCaseAsync();
        await ada.ClaimAsync();
        await ada.SendAsync("Hi, I'm Ada. I've read what you wrote, so you don't have to say it again.");
        await ada.SendAsync("Are you somewhere you can write for a few minutes?");
        await Expect(chat.FromThePerson).ToHaveCountAsync(2);
        await chat.WriteAsync("yeah im in my room");
        await chat.ShowsAsync("Sent");
        await inspector.LookAsync("chat-person");
        await chat.Page.SetViewportSizeAsync(320, 568);
        await Expect(chat.Bubbles.Last).ToBeInViewportAsync();
    }

    [BrowserFact]
    public async Task Can_be_used_by_everybody_while_the_emergency_card_is_shown()
    {
        var chat = await OpenChatAsync();
        await chat.WriteAsync("theyre outside my house right now and one of them has got a knife");
        await Expect(chat.Card).ToContainTextAsync("Ring 999");
        await new Inspector(chat.Page, Sizes.OfTheChat, "color-contrast-enhanced").LookAsync("chat-card");
    }
}
