using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Handoff;

public sealed class When_a_young_person_writes_a_number(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task It_is_covered_in_the_console_and_shown_to_who_holds_the_case_for_a_reason()
    {
        var chat = await OpenChatAsync();
        await chat.WriteAsync("they said i owe 2 grand and they know where my sister goes school. ring me on 07700 900123");
        await chat.ShowsAsync("Do you want a person to use that to get help to you?");
        var ada = await SignInAsync("ada");
        await ada.OpenTheCaseAsync();
        await Expect(ada.Transcript).ToContainTextAsync("[phone number hidden]");
        await Expect(ada.Page.GetByText("Show (reason needed)")).ToHaveCountAsync(0);
        await ada.ClaimAsync();
        Assert.DoesNotContain("900123", await ada.Page.ContentAsync(), StringComparison.Ordinal);

        await ada.Button("Show the phone number (reason needed)").ClickAsync();
        await new Inspector(ada.Page, Sizes.OfTheConsole).LookAsync("console-hidden-number");
        await ada.Page.GetByLabel("Reason to see the phone number").FillAsync("the police need to reach them tonight");
        await ada.Button("Show the phone number").ClickAsync();

        await Expect(ada.Transcript).ToContainTextAsync("07700 900123");
        await Expect(ada.Transcript).ToContainTextAsync("Ada was shown a hidden phone number: the police need to reach them tonight");
        await ada.Page.ReloadAsync();
        await Expect(ada.Transcript).ToContainTextAsync("[phone number hidden]");
    }
}
