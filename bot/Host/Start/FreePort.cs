using System.Net;
using System.Net.Sockets;

namespace EngagementBot.Host.Start;

/// <summary>Ports for the cluster: the configured ones, or any that are free.</summary>
internal static class FreePort
{
    public static int Or(int configured)
    {
        if (configured != 0) return configured;

        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <exception cref="StartFault">Somebody listens there already.</exception>
    public static void Require(int port, string setting)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
        }
        catch (SocketException)
        {
            throw new StartFault($"Port {port} ({setting}) is in use. Stop what uses it, or give {setting} another port, or 0 for any free one.");
        }
    }
}
