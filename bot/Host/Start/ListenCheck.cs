using System.Net;
using System.Net.Sockets;

namespace EngagementBot.Host.Start;

/// <summary>Says before anything is built that an address cannot be listened on, in one line instead of a stack trace.</summary>
public static class ListenCheck
{
    /// <exception cref="StartFault">The port is in use or may not be taken.</exception>
    public static void Require(Uri url, string setting)
    {
        if (url.Port == 0) return;

        try
        {
            using var probe = new TcpListener(Address(url), url.Port);
            probe.Start();
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            throw new StartFault($"Port {url.Port} is in use ({setting} is {url.GetLeftPart(UriPartial.Authority)}). Stop what uses it, or give {setting} another port: --{setting}=http://127.0.0.1:5090");
        }
        catch (SocketException)
        {
            throw new StartFault($"{setting} is {url.GetLeftPart(UriPartial.Authority)}, which this machine cannot listen on. Give an address of this machine and a port above 1023.");
        }
    }

    private static IPAddress Address(Uri url) =>
        IPAddress.TryParse(url.DnsSafeHost, out var address) ? address
        : url.IsLoopback ? IPAddress.Loopback
        : IPAddress.Any;
}
