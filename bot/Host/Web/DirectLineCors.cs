using EngagementBot.Host.Channels.DirectLine;

namespace EngagementBot.Host.Web;

/// <summary>Which web origins may speak Direct Line. Errors carry the headers too: a browser that may not read an error sees status 0.</summary>
internal static class DirectLineCors
{
    public const string Policy = "direct-line";

    public static void AddDirectLineCors(this IServiceCollection services, DirectLineSettings settings) =>
        services.AddCors(cors => cors.AddPolicy(Policy, policy => policy
            .SetIsOriginAllowed(origin => IsAllowed(origin, settings))
            .WithMethods("GET", "POST")
            .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
            .WithExposedHeaders("retry-after")
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));

    private static bool IsAllowed(string origin, DirectLineSettings settings) =>
        settings.AllowedOrigins.Contains(origin, StringComparer.OrdinalIgnoreCase)
        || (settings.AllowLoopback && Uri.TryCreate(origin, UriKind.Absolute, out var url) && url.IsLoopback);
}
