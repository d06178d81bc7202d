namespace EngagementBot.Host.Web;

/// <summary>What the HTTP side may log: kinds of fault and places in the code, never a message, an address or a header.</summary>
internal static partial class HttpLog
{
    [LoggerMessage(201, LogLevel.Error, "A request failed: {Fault} in {Place}")]
    public static partial void Failed(ILogger logger, string fault, string place);
}
