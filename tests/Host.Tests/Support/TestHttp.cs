namespace EngagementBot.Host.Tests.Support;

/// <summary>The tests' own clients of servers they have just started.</summary>
internal static class TestHttp
{
#pragma warning disable RS0030 // The one place: a factory would bring a container for a client that lives as long as a test.
    public static HttpClient Client(Uri? server = null) => new() { BaseAddress = server, Timeout = TimeSpan.FromSeconds(30) };
#pragma warning restore RS0030
}
