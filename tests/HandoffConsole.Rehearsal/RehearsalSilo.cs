using System.Net;
using System.Net.Sockets;
using EngagementBot.Contracts;

namespace EngagementBot.HandoffConsole.Rehearsal;

/// <summary>A silo of one process with played cases, on free ports.</summary>
public static class RehearsalSilo
{
    public static byte[] TicketKey { get; } = [.. Enumerable.Range(1, CaseworkerTickets.KeyBytes).Select(number => (byte)number)];

    public static async Task<(IHost Silo, int GatewayPort)> StartAsync(Stage stage)
    {
        var (siloPort, gatewayPort) = (FreePort(), FreePort());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.AddFilter("Orleans", LogLevel.Error).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Polly", LogLevel.Warning);
        builder.Services.AddSingleton(stage);
        builder.Services.AddSingleton(new CaseworkerTickets(TicketKey, stage.Clock));
        builder.UseOrleans(silo => silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: "engagementbot", clusterId: "engagementbot"));
        var host = builder.Build();
        await host.StartAsync();
        return (host, gatewayPort);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
