using System.Text.RegularExpressions;

namespace EngagementBot.Browser.Tests.Support;

/// <summary>What a young person sees and does.</summary>
public sealed partial class ChatPage(IPage page)
{
    public IPage Page => page;

    public ILocator FirstScreen => page.Locator(".first-screen");

    /// <summary>The one line that says who is there.</summary>
    public ILocator Status => page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Status);

    public ILocator Messages => page.GetByRole(AriaRole.Log);

    /// <summary>Every message in order, whoever wrote it.</summary>
    public ILocator Bubbles => Messages.Locator(".bubble");

    public ILocator FromThePerson => Messages.Locator(".person .bubble");

    public ILocator FromTheComputer => Messages.Locator(".computer .bubble");

    public ILocator Card => Messages.Locator(".card");

    public ILocator Typing => page.Locator("#typing");

    public ILocator Leave => page.GetByRole(AriaRole.Link, new() { Name = "Leave now" });

    public ILocator Input => page.GetByRole(AriaRole.Textbox, new() { Name = "Your message" });

    public ILocator Choice(string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    public async Task WriteAsync(string text)
    {
        await Input.FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
    }

    public Task ShowsAsync(string words) => Expect(Messages).ToContainTextAsync(words);

    /// <summary>Nothing on the page says that somebody is on the way: before a claim nobody knows that.</summary>
    public async Task PromisesNobodyAsync() => Assert.DoesNotMatch(Promise(), await page.Locator("body").InnerTextAsync());

    /// <summary>Who wrote the newest messages, oldest first: "own", "computer" or "person".</summary>
    public async Task<IReadOnlyList<string>> SpeakersAsync(int newest)
    {
        var speakers = await Messages.Locator(".message").EvaluateAllAsync<string[]>(
            "all => all.map(one => ['own', 'computer', 'person'].find(who => one.classList.contains(who)))");
        return speakers[^newest..];
    }

    [GeneratedRegex(@"\b(person|someone|somebody|caseworker)\b[^.]{0,20}\b(is|are|will be|'s) (coming|on (the|their) way|joining|with you)|\bwill (come|join|be with you|answer)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();
}
