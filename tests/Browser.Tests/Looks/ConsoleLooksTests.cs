using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Looks;

public sealed class The_console_at_every_size_in_light_and_dark(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task Can_be_used_by_everybody_from_signing_in_to_closing_a_case()
    {
        var page = await OpenConsoleAsync();
        var inspector = new Inspector(page, Sizes.OfTheConsole);
        await inspector.LookAsync("console-sign-in");

        var ada = await CaseworkerPage.SignInAsync(page, "ada");
        await inspector.LookAsync("console-empty");

        var chat = await OpenChatAsync();
        await chat.WriteAsync("they said i owe 2 grand and they know where my sister goes school");
        await chat.Choice("Yes, ask for a person").ClickAsync();
        await chat.ShowsAsync("I've asked our team for a person");
        await (await OpenChatAsync()).WriteAsync("can i talk to a person");
        await (await OpenChatAsync()).WriteAsync("i owe the olders for a phone");
        await Expect(ada.Rows).ToHaveCountAsync(3);
        await inspector.LookAsync("console-queue");

        await ada.Rows.Filter(new() { HasText = "High" }).First.ClickAsync();
        await ada.ClaimAsync();
        await ada.SendAsync("Hi, I'm Ada. I've read what you wrote, so you don't have to say it again.");
        await chat.WriteAsync("ok thank you");
        await Expect(ada.Transcript).ToContainTextAsync("ok thank you");
        await inspector.LookAsync("console-case");
        await page.SetViewportSizeAsync(1024, 768);
        await Expect(ada.Transcript.GetByText("ok thank you")).ToBeInViewportAsync();

        await ada.Correct.First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Correct what the screen found" })).ToBeFocusedAsync();
        await page.GetByLabel("Right level of this message").SelectOptionAsync("Low");
        await page.GetByLabel("A sentence of your own").FillAsync("my brother lost a bet about a football match");
        await Expect(page.GetByLabel("When it happens")).ToBeVisibleAsync();
        await inspector.LookAsync("console-correcting");
        await ada.Button("Record the correction").ClickAsync();
        await Expect(ada.Transcript).ToContainTextAsync("Ada corrected the screen");
        await Expect(ada.Correct.First).ToBeFocusedAsync();
        await inspector.LookAsync("console-corrected");

        await ada.Button("Close").ClickAsync();
        await Expect(page.GetByLabel("Outcome")).ToBeVisibleAsync();
        await inspector.LookAsync("console-closing");
    }
}
