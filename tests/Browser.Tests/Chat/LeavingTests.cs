using System.Text;
using EngagementBot.Browser.Tests.Support;

namespace EngagementBot.Browser.Tests.Chat;

public sealed class When_a_young_person_leaves_in_a_hurry(Chromium chromium) : BrowserTest(chromium)
{
    private const string Secret = "zqxj nobody may find these words";

    [BrowserFact]
    public async Task One_press_goes_elsewhere_and_going_back_shows_nothing()
    {
        var chat = await OpenChatAsync(ElsewhereAnswers);
        await chat.WriteAsync(Secret);
        await Expect(chat.FromTheComputer.First).ToBeVisibleAsync();
        await chat.Input.FillAsync("and half a sentence");

        await Nothing_is_stored(chat.Page);
        await chat.Leave.ClickAsync();
        await Expect(chat.Page).ToHaveURLAsync("https://elsewhere.test/");
        await Expect(chat.Page.Locator("body")).ToHaveTextAsync("Sunny spells");

        await chat.Page.GotoAsync(ChatAddress.AbsoluteUri);
        await Expect(chat.FirstScreen).ToBeVisibleAsync();
        await Expect(chat.Bubbles).ToHaveCountAsync(0);
        await Expect(chat.Input).ToHaveValueAsync("");
    }

    [BrowserFact]
    public async Task Pressing_Escape_three_times_does_the_same_and_Back_does_not_bring_the_chat_back()
    {
        var chat = await OpenChatAsync(ElsewhereAnswers);
        await chat.WriteAsync(Secret);
        await Expect(chat.FromTheComputer.First).ToBeVisibleAsync();

        for (var press = 0; press < 3; press++) await chat.Page.Keyboard.PressAsync("Escape");
        await Expect(chat.Page).ToHaveURLAsync("https://elsewhere.test/");

        await chat.Page.GoBackAsync();
        await Expect(chat.Page.GetByText(Secret)).ToHaveCountAsync(0);
        Assert.DoesNotContain("zqxj", await chat.Page.ContentAsync());
    }

    [BrowserFact]
    public async Task The_browsers_files_hold_no_word_of_the_chat()
    {
        var profile = Directory.CreateTempSubdirectory("engagementbot-profile-").FullName;
        try
        {
            var chat = await OpenChatWithProfileAsync(profile);
            await ElsewhereAnswers(chat.Page);
            await chat.WriteAsync(Secret);
            await Expect(chat.FromTheComputer.First).ToBeVisibleAsync();
            await chat.Leave.ClickAsync();
            await Expect(chat.Page).ToHaveURLAsync("https://elsewhere.test/");
            await chat.Page.Context.CloseAsync();

            Assert.NotEmpty(FilesHolding(profile, "elsewhere.test"));
            Assert.Empty(FilesHolding(profile, "zqxj"));
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private static Task ElsewhereAnswers(IPage page) => page.Context.RouteAsync("https://elsewhere.test/**", route =>
        route.FulfillAsync(new() { ContentType = "text/html", Body = "<!doctype html><title>Weather</title><body>Sunny spells" }));

    private static async Task Nothing_is_stored(IPage page)
    {
        Assert.Empty(await page.Context.CookiesAsync());
        var kept = await page.EvaluateAsync<int>(
            "async () => localStorage.length + sessionStorage.length + (await caches.keys()).length + (await indexedDB.databases()).length + (await navigator.serviceWorker.getRegistrations()).length");
        Assert.Equal(0, kept);
    }

    private static IEnumerable<string> FilesHolding(string folder, string words)
    {
        byte[][] forms = [Encoding.UTF8.GetBytes(words), Encoding.Unicode.GetBytes(words)];
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => File.ReadAllBytes(file) is var bytes && forms.Any(form => bytes.AsSpan().IndexOf(form) >= 0));
    }
}
