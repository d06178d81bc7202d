namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>What the feeds may say in a log: deeds and kinds of failure, never a text or a key.</summary>
internal static partial class FeedLog
{
    [LoggerMessage(1, LogLevel.Warning, "Could not {Deed}: {Failure}.")]
    public static partial void CallFailed(ILogger logger, string deed, string failure);
}
