using EngagementBot.Host.Start;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementBot.Host.Tests.Support;

/// <summary>An Orleans client that comes in by the gateway, as the console does.</summary>
internal sealed class OutsideClient : IAsyncDisposable
{
    private readonly IHost host;

    private OutsideClient(IHost host) => this.host = host;

    public IClusterClient Cluster => host.Services.GetRequiredService<IClusterClient>();

    public static async Task<OutsideClient> ConnectAsync(TestBot bot)
    {
        var host = Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .UseOrleansClient(client => client.UseLocalhostClustering(bot.GatewayPort, serviceId: BotApp.ClusterName, clusterId: BotApp.ClusterName))
            .Build();
        await host.StartAsync();
        return new OutsideClient(host);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync();
        host.Dispose();
    }
}
