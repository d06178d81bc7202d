using EngagementBot.Host.AzureLanguage;
using EngagementBot.Host.Channels.DirectLine;
using EngagementBot.Host.Security;

namespace EngagementBot.Host.Start;

/// <summary>All configuration of the bot host, read and judged once, before anything starts.</summary>
public sealed record BotSettings
{
    public required Uri Url { get; init; }

    /// <summary>Where SQLite files and, in Development, keys live. Absolute.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>0 for any free port.</summary>
    public required int SiloPort { get; init; }

    /// <inheritdoc cref="SiloPort"/>
    public required int GatewayPort { get; init; }

    public required bool Development { get; init; }

    public required DirectLineSettings DirectLine { get; init; }

    /// <summary>How old a view of who is on shift may be and still be told to a young person.</summary>
    public TimeSpan DeskFreshness { get; init; } = TimeSpan.FromSeconds(1);

    public required FloodSettings Flood { get; init; }

    public required IReadOnlyList<Uri> ServiceUrls { get; init; }

    /// <summary>Null while Azure AI Language is switched off.</summary>
    public AzureLanguageSettings? AzureLanguage { get; init; }

    /// <summary>Where Leave now goes.</summary>
    public required Uri ExitUrl { get; init; }

    /// <summary>Outside Development a model that no safeguarding lead has signed starts only with this.</summary>
    public bool AllowUnsignedModel { get; init; }

    /// <summary>Shown at the top of the chat; may be left out.</summary>
    public required string OperatorName { get; init; }
}
