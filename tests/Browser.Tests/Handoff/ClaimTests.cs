using System.Text.RegularExpressions;
using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Handoff;

public sealed class While_two_caseworkers_watch_the_queue(Chromium chromium) : BrowserTest(chromium)
{
    [BrowserFact]
    public async Task A_new_case_appears_by_itself_and_only_one_of_them_gets_it()
    {
        var (adasLine, samsLine) = (new HeldLine(), new HeldLine());
        var ada = await SignInAsync("ada", adasLine.AttachAsync);
        var sam = await SignInAsync("sam", samsLine.AttachAsync);
        await Expect(ada.Queue).ToContainTextAsync("Nobody is waiting");

        var chat = await OpenChatAsync();
        await chat.WriteAsync("they said i owe them 2 grand by friday");
        await chat.Choice("Yes, ask for a person").ClickAsync();
        await chat.ShowsAsync("I've asked our team for a person");
        await ada.OpenTheCaseAsync();
        await sam.OpenTheCaseAsync();

        // Neither page hears of the other's press before its own: both press what they see.
        await Expect(ada.Claim).ToBeEnabledAsync();
        await Expect(sam.Claim).ToBeEnabledAsync();
        adasLine.Hold();
        samsLine.Hold();
        await Task.WhenAll(ada.Claim.ClickAsync(), sam.Claim.ClickAsync());
        adasLine.Release();
        samsLine.Release();

        await Expect(chat.Status).ToHaveTextAsync(new Regex("^(Ada|Sam) is here$"));
        var adaWon = await chat.Status.TextContentAsync() == "Ada is here";
        var (winner, loser, name) = adaWon ? (ada, sam, "Ada") : (sam, ada, "Sam");
        await Expect(winner.Header).ToContainTextAsync("Held by you");
        await Expect(loser.Header.GetByRole(AriaRole.Alert)).ToHaveTextAsync($"{name} holds this case.");
        await Expect(loser.Header).ToContainTextAsync($"Held by {name}");
        await Expect(loser.Composer).ToHaveCountAsync(0);
    }
}
