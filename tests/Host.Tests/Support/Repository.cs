namespace EngagementBot.Host.Tests.Support;

/// <summary>Programs of this build that tests start as processes of their own.</summary>
internal static class Repository
{
    /// <summary>artifacts/bin/EngagementBot.Local/&lt;configuration&gt;/EngagementBot.Local.dll, beside this test's own output.</summary>
    public static string LocalProgram
    {
        get
        {
            var mine = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            return Path.Combine(mine.Parent!.Parent!.FullName, "EngagementBot.Local", mine.Name, "EngagementBot.Local.dll");
        }
    }
}
