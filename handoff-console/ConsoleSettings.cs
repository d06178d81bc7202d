using System.Globalization;
using EngagementBot.Contracts;

namespace EngagementBot.HandoffConsole;

/// <summary>What the console needs to start.</summary>
/// <param name="Url">Where it listens; port 0 takes a free one.</param>
/// <param name="GatewayPort">The silo's gateway on this machine.</param>
/// <param name="DataDirectory">Holds <c>keys/console</c> (cookies survive a restart).</param>
/// <param name="TicketKey">The key both processes hold, <see cref="CaseworkerTickets.KeyBytes"/> bytes.</param>
/// <param name="EnvironmentName">Development has demo accounts; nothing else has.</param>
public sealed record ConsoleSettings(Uri Url, int GatewayPort, string DataDirectory, byte[] TicketKey, string EnvironmentName)
{
    /// <summary>Where the bot leaves the ticket key when the console runs as a process of its own.</summary>
    public static string TicketKeyPath(string dataDirectory) => Path.Combine(dataDirectory, "keys", "CaseworkerTicket.key");

    /// <summary>From <c>Console:Url</c>, <c>Cluster:GatewayPort</c>, <c>Data:Directory</c> and the environment's name.</summary>
    /// <exception cref="InvalidOperationException">A key is missing or wrong; the message is one line for the operator.</exception>
    public static ConsoleSettings Read(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["Data:Directory"] ?? "data");
        return new ConsoleSettings(
            ReadUrl(configuration["Console:Url"]),
            ReadPort(configuration["Cluster:GatewayPort"]),
            data,
            ReadKey(TicketKeyPath(data)),
            configuration["ASPNETCORE_ENVIRONMENT"] ?? Environments.Production);
    }

    private static Uri ReadUrl(string? value) =>
        Uri.TryCreate(value ?? "http://127.0.0.1:5081", UriKind.Absolute, out var url) && url.Scheme.StartsWith("http", StringComparison.Ordinal)
            ? url
            : throw new InvalidOperationException("Console:Url is not an http address, such as http://127.0.0.1:5081.");

    private static int ReadPort(string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? port
            : throw new InvalidOperationException("Cluster:GatewayPort is missing: give the port of the bot's gateway on this machine.");

    private static byte[] ReadKey(string path)
    {
        var key = new byte[CaseworkerTickets.KeyBytes];
        return File.Exists(path) && Convert.TryFromBase64String(File.ReadAllText(path).Trim(), key, out var length) && length == key.Length
            ? key
            : throw new InvalidOperationException($"There is no ticket key in {path}: start the bot once on the same Data:Directory.");
    }
}
