using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Chat;

public sealed class Where_web_sockets_are_blocked(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task The_chat_asks_for_news_instead_and_a_person_can_still_answer()
    {
        var chat = await OpenChatAsync(page => page.RouteWebSocketAsync("**", socket => _ = socket.CloseAsync()));
        await chat.WriteAsync("they said i owe them 2 grand by friday");
        await chat.ShowsAsync("Shall I ask for a person");

        var ada = await SignInAsync("ada");
        await ada.OpenTheCaseAsync();
        await ada.ClaimAsync();
        await ada.SendAsync("Hi, I'm Ada.");
        await Expect(chat.FromThePerson).ToHaveTextAsync(["Hi, I'm Ada."]);
        await Expect(chat.Status).ToHaveTextAsync("Ada is here");
    }
}
