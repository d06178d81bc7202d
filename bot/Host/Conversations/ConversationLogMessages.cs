namespace EngagementBot.Host.Conversations;

/// <summary>What the conversation side may log: ids, counts and kinds of fault, never a text.</summary>
internal static partial class ConversationLogMessages
{
    [LoggerMessage(101, LogLevel.Warning, "The team's list was not told of a change ({Fault}); it looks again by itself")]
    public static partial void TeamNotTold(ILogger logger, string fault);

    [LoggerMessage(102, LogLevel.Warning, "A conversation was written elsewhere; reloading, try {Reload}")]
    public static partial void Reloaded(ILogger logger, int reload);

    [LoggerMessage(103, LogLevel.Warning, "Who is on shift is not known ({Fault}); young people are told nobody is there")]
    public static partial void DeskUnknown(ILogger logger, string fault);

    [LoggerMessage(104, LogLevel.Error, "The sweep could not look for what is due ({Fault}); it tries again")]
    public static partial void SweepFailed(ILogger logger, string fault);

    [LoggerMessage(105, LogLevel.Error, "A conversation that was due could not be woken ({Fault}); the next sweep tries again")]
    public static partial void WakeFailed(ILogger logger, string fault);

    [LoggerMessage(106, LogLevel.Warning, "Replies were not taken by their channel ({Fault}); tried again later")]
    public static partial void DeliveryFailed(ILogger logger, string fault);
}
