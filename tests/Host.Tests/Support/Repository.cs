namespace EngagementBot.Host.Tests.Support;

/// <summary>Programs of this build that tests start as processes of their own.</summary>
internal static class Repository
{
    /// <summary>artifacts/bin/EngagementBot.Local/&lt;configuration&gt;/EngagementBot.Local.dll, beside this test's own output.</summary>
    public static string LocalProgram => Program("EngagementBot.Local");

    /// <summary>The bot host and its commands.</summary>
    public static string HostProgram => Program("EngagementBot.Host");

    private static string Program(string name)
    {
        var mine = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(mine.Parent!.Parent!.FullName, name, mine.Name, $"{name}.dll");
    }
}
