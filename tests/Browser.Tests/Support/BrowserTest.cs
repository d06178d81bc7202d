namespace EngagementBot.Browser.Tests.Support;

/// <summary>A test with bot, console and data folder of its own. Any script error or breach of the content security policy fails it.</summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-browser-").FullName;
    private readonly List<IPage> pages = [];
    private readonly List<string> faults = [];
    private LocalProcess? service;

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected Uri ChatAddress { get; private set; } = null!;

    protected Uri ConsoleAddress { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await StartAsync("http://127.0.0.1:0", "http://127.0.0.1:0");
        ChatAddress = service!.Chat;
        ConsoleAddress = service.Console;
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var page in pages) await page.Context.CloseAsync();
        service?.Dispose();
        Directory.Delete(folder, recursive: true);
        Assert.Empty(faults);
    }

    /// <summary>The process dies without warning, as in a power cut.</summary>
    protected Task CutThePowerAsync() => service!.KillAsync();

    /// <summary>The same addresses, the same data.</summary>
    protected async Task StartAgainAsync()
    {
        service!.Dispose();
        await StartAsync(Origin(ChatAddress), Origin(ConsoleAddress));
    }

    protected async Task<ChatPage> OpenChatAsync(Func<IPage, Task>? prepare = null) =>
        await OpenChatAsync(await chromium.OpenAsync(new() { ViewportSize = Sizes.Phone, HasTouch = true, IsMobile = true }), prepare);

    protected async Task<ChatPage> OpenChatWithProfileAsync(string profile) => await OpenChatAsync(await chromium.OpenWithProfileAsync(profile), null);

    /// <summary>The sign-in page of the console, on a screen of its own.</summary>
    protected async Task<IPage> OpenConsoleAsync(Func<IPage, Task>? prepare = null)
    {
        var page = Watched(await chromium.OpenAsync(new() { ViewportSize = Sizes.Desk }));
        if (prepare is not null) await prepare(page);
        await page.GotoAsync(ConsoleAddress.AbsoluteUri);
        return page;
    }

    protected async Task<CaseworkerPage> SignInAsync(string user, Func<IPage, Task>? prepare = null) =>
        await CaseworkerPage.SignInAsync(await OpenConsoleAsync(prepare), user);

    private static string Origin(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private async Task<ChatPage> OpenChatAsync(IPage page, Func<IPage, Task>? prepare)
    {
        Watched(page);
        if (prepare is not null) await prepare(page);
        await page.GotoAsync(ChatAddress.AbsoluteUri);
        return new ChatPage(page);
    }

    private async Task StartAsync(string chat, string console)
    {
        service = LocalProcess.Start(folder, $"--Bot:Url={chat}", $"--Console:Url={console}", "--Bot:ExitUrl=https://elsewhere.test/");
        await service.ReadyAsync(Cancelled);
    }

    private IPage Watched(IPage page)
    {
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) faults.Add(message.Text);
        };
        pages.Add(page);
        return page;
    }
}
