using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Start;
using EngagementBot.Host.Tests.Support;
using EngagementBot.Transcripts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EngagementBot.Host.Tests.Transcripts;

/// <summary>Kestrel, silo and SQLite, a text network that receives what is pushed, and caseworkers outside as the console is: one for all
/// transcripts, which run one after the other, each in a conversation of its own.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private TestBot bot = null!;
    private FakeChannel network = null!;
    private IHost outside = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync(settings: ("Logging:LogLevel:Polly", "None"));
        network = await FakeChannel.StartAsync();
        outside = Microsoft.Extensions.Hosting.Host.CreateDefaultBuilder()
            .ConfigureLogging(logging => logging.ClearProviders())
            .UseOrleansClient(client => client.UseLocalhostClustering(bot.GatewayPort, serviceId: BotApp.ClusterName, clusterId: BotApp.ClusterName))
            .Build();
        await outside.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await outside.StopAsync();
        outside.Dispose();
        await network.DisposeAsync();
        await bot.DisposeAsync();
    }

    public async Task<IStage> OpenAsync(string name, ChannelKind channel, string language)
    {
        var client = outside.Services.GetRequiredService<IClusterClient>();
        var desk = new CaseworkerDesk(client, new CaseworkerTickets(bot.TicketKey, bot.Clock));
        IYoungPersonsDevice device = channel is ChannelKind.Web
            ? new ChatPage(bot, await DirectLineClient.StartAsync(bot.Http), language)
            : new TextPhone(bot, network, name, language);
        return new HttpStage(bot, desk, device);
    }
}
