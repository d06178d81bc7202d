using EngagementBot.Host.Protocol;

namespace EngagementBot.Host.Channels.Connector;

/// <summary>Who may post to /api/messages. Without app credentials it is open in Development, for clients and load on the same machine,
/// and closed everywhere else.</summary>
internal sealed class ConnectorAccess(bool development)
{
    public bool IsOpen => development;

    public IResult? Refuse() => IsOpen ? null : Problems.ForbiddenCaller;
}

/// <summary>Service URLs this service may call: those configured, and loopback in Development. Anything else would let a caller aim our
/// replies at a server of theirs.</summary>
internal sealed class ServiceUrls(IReadOnlyList<Uri> allowed, bool allowLoopback)
{
    public bool Allows(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url)
        && (url.Scheme is "http" or "https")
        && string.IsNullOrEmpty(url.UserInfo) && string.IsNullOrEmpty(url.Query) && string.IsNullOrEmpty(url.Fragment)
        && (IsListed(url) || (allowLoopback && url.IsLoopback));

    private bool IsListed(Uri url) => allowed.Any(one =>
        one.Scheme == url.Scheme && one.Authority == url.Authority && WithSlash(url).StartsWith(WithSlash(one), StringComparison.Ordinal));

    private static string WithSlash(Uri url) => url.AbsolutePath.TrimEnd('/') + "/";
}
