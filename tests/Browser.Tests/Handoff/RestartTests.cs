using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Handoff;

public sealed class When_the_power_fails_under_an_open_chat(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task The_chat_and_the_case_go_on_with_their_old_tokens_and_no_word_is_lost_or_doubled()
    {
        var conversationsBegun = 0;
        var chat = await OpenChatAsync(page =>
        {
            page.Request += (_, request) => conversationsBegun += request is { Method: "POST" } && request.Url.EndsWith("/conversations", StringComparison.Ordinal) ? 1 : 0;
            return Task.CompletedTask;
        });
        var ada = await SignInAsync("ada");
        await chat.WriteAsync("they said i owe them 2 grand by friday");
        await chat.Choice("Yes, ask for a person").ClickAsync();
        await ada.OpenTheCaseAsync();
        await ada.ClaimAsync();
        await ada.SendAsync("Hi, I'm Ada.");
        await Expect(chat.FromThePerson).ToHaveTextAsync(["Hi, I'm Ada."]);

        await CutThePowerAsync();
        await chat.WriteAsync("are you still there");
        await chat.ShowsAsync("Not sent yet. We'll keep trying.");
        await Expect(ada.Page.Locator("#components-reconnect-modal").GetByText("Not live.").First).ToBeVisibleAsync();
        await StartAgainAsync();

        await Expect(ada.Transcript).ToContainTextAsync("are you still there");
        await Expect(ada.Header).ToContainTextAsync("Held by you");
        await ada.SendAsync("I'm still here.");
        await Expect(chat.FromThePerson).ToHaveTextAsync(["Hi, I'm Ada.", "I'm still here."]);
        await Expect(chat.Status).ToHaveTextAsync("Ada is here");
        await Expect(chat.Bubbles.GetByText("are you still there")).ToHaveCountAsync(1);
        await Expect(ada.Transcript.GetByText("are you still there")).ToHaveCountAsync(1);
        Assert.Equal(1, conversationsBegun);
    }
}
