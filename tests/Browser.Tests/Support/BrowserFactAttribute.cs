using System.Runtime.CompilerServices;

namespace EngagementBot.Browser.Tests.Support;

/// <summary>A test that needs the browser; without one it is skipped and says so.</summary>
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = "Chromium is not installed";
        SkipType = typeof(Chromium);
        SkipUnless = nameof(Chromium.IsInstalled);
    }
}
