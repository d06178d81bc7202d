using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace EngagementBot.Browser.Tests.Support;

/// <summary>Looks at a page in light and dark at every size: axe finds nothing, nothing sticks out, and pictures are kept to be looked at.</summary>
internal sealed class Inspector(IPage page, IReadOnlyList<ViewportSize> sizes, params string[] strict)
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Pictures that the README shows; renewed with UPDATE_SCREENSHOTS=1.</summary>
    private static readonly string[] Shown = ["chat-first-390-light", "chat-person-390-dark", "console-case-1280-light"];

    /// <summary>The tests lie in artifacts/bin/    private static bool Renewslt;project&gt;/    private static bool Renewslt;configuration&gt;.</summary>
    private static string Root { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../.."));

    private static bool Renews => Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") == "1";

    /// <param name="state">Names the picture: what the page shows.</param>
    public async Task LookAsync(string state)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            foreach (var size in sizes)
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                var name = $"{state}-{size.Width}-{(scheme == ColorScheme.Dark ? "dark" : "light")}";
                await KeepAsync(name);
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{name} scrolls sideways");
            }
            await AxeFindsNothingAsync($"{state}, {scheme}");
        }
    }

    private async Task AxeFindsNothingAsync(string where)
    {
        var found = await page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] },
            Rules = strict.ToDictionary(rule => rule, _ => new RuleOptions { Enabled = true }),
        });
        Assert.True(found.Violations.Length == 0, $"{where}: " + string.Join("; ", found.Violations.Select(one =>
            $"{one.Id} at {string.Join(", ", one.Nodes.Select(node => node.Html))}")));
    }

    private async Task KeepAsync(string name)
    {
        var picture = await page.ScreenshotAsync(new() { Path = Path.Combine(Root, "artifacts", "screenshots", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        if (Renews && Shown.Contains(name))
            await File.WriteAllBytesAsync(Path.Combine(Root, "tests", "Browser.Tests", "screenshots", $"{name}.png"), picture);
    }
}
