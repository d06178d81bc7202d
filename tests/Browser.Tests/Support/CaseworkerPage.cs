namespace EngagementBot.Browser.Tests.Support;

/// <summary>What a caseworker sees and does.</summary>
public sealed class CaseworkerPage(IPage page)
{
    public IPage Page => page;

    public ILocator Queue => page.GetByRole(AriaRole.Navigation, new() { Name = "Cases" });

    public ILocator Rows => Queue.GetByRole(AriaRole.Link);

    public ILocator Transcript => page.GetByRole(AriaRole.Log, new() { Name = "Transcript" });

    public ILocator Header => page.Locator(".case-header");

    /// <summary>One beside each message of the young person.</summary>
    public ILocator Correct => Transcript.GetByRole(AriaRole.Button, new() { Name = "Correct the level of the message" });

    public ILocator Claim => Button("Claim");

    public ILocator Composer => page.GetByRole(AriaRole.Textbox, new() { Name = "Message to the young person" });

    /// <summary>Fills in the form and waits until the queue is live.</summary>
    public static async Task<CaseworkerPage> SignInAsync(IPage page, string user)
    {
        await page.Locator("[name=user]").FillAsync(user);
        await page.Locator("[name=password]").FillAsync($"{user}-demo");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        var caseworker = new CaseworkerPage(page);
        await Expect(page.GetByText("Live", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(caseworker.Queue.GetByText("Reading the queue")).ToHaveCountAsync(0);
        return caseworker;
    }

    public ILocator Button(string words) => page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    /// <summary>Opens the only case of the queue.</summary>
    public async Task OpenTheCaseAsync()
    {
        await Rows.ClickAsync();
        await Expect(Header).ToBeVisibleAsync();
    }

    public async Task ClaimAsync()
    {
        await Claim.ClickAsync();
        await Expect(Header).ToContainTextAsync("Held by you");
    }

    public async Task SendAsync(string words)
    {
        await Composer.FillAsync(words);
        await Button("Send").ClickAsync();
        await Expect(Transcript).ToContainTextAsync(words);
    }

    public async Task CloseAsync(string outcome, string sharing)
    {
        await Button("Close").ClickAsync();
        await page.GetByLabel("Outcome").SelectOptionAsync(new SelectOptionValue { Label = outcome });
        await page.GetByLabel("Sharing decision").SelectOptionAsync(new SelectOptionValue { Label = sharing });
        await Button("Record the outcome").ClickAsync();
    }
}
