using EngagementBot.Browser.Tests.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chromium))]
// Each test has bot, console and up to three pages of its own: one at a time is what a small machine carries.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace EngagementBot.Browser.Tests.Support;

/// <summary>The browser of this machine, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Patience for a busy machine: nothing here waits this long where things work.</summary>
    private const int PatienceMs = 40_000;

    private IPlaywright? playwright;
    private IBrowser? browser;

    public static bool IsInstalled => File.Exists(Executable);

    private static string Executable => Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } set ? set : "/usr/bin/chromium";

    private static string[] Arguments =>
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled) return;

        SetDefaultExpectTimeout(PatienceMs);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = Arguments });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>A fresh visitor: no cookies, nothing stored.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions options) => await PageAsync(await browser!.NewContextAsync(options));

    /// <summary>A browser whose profile lies in this folder, to be searched once it is closed.</summary>
    public async Task<IPage> OpenWithProfileAsync(string folder) => await PageAsync(await playwright!.Chromium.LaunchPersistentContextAsync(
        folder, new() { ExecutablePath = Executable, Args = Arguments, ViewportSize = Sizes.Phone }));

    private static async Task<IPage> PageAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout(PatienceMs);
        return context.Pages.Count > 0 ? context.Pages[0] : await context.NewPageAsync();
    }
}

internal static class Sizes
{
    public static ViewportSize Phone => Of(390, 844);

    public static ViewportSize Desk => Of(1280, 800);

    /// <summary>The narrowest phone still about, a usual one, a tablet.</summary>
    public static IReadOnlyList<ViewportSize> OfTheChat { get; } = [Of(320, 568), Phone, Of(768, 1024)];

    public static IReadOnlyList<ViewportSize> OfTheConsole { get; } = [Of(768, 1024), Of(1024, 768), Desk, Of(1600, 900)];

    private static ViewportSize Of(int width, int height) => new() { Width = width, Height = height };
}
