using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Tests.Support;
using EngagementBot.Transcripts;

namespace EngagementBot.Host.Tests.Transcripts;

/// <summary>Kestrel, silo and SQLite, a text network that receives what is pushed, and caseworkers outside as the console is: one for all
/// transcripts, which run one after the other, each in a conversation of its own.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private TestBot bot = null!;
    private FakeChannel network = null!;
    private OutsideClient outside = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync(settings: ("Logging:LogLevel:Polly", "None"));
        network = await FakeChannel.StartAsync();
        outside = await OutsideClient.ConnectAsync(bot);
    }

    public async ValueTask DisposeAsync()
    {
        await outside.DisposeAsync();
        await network.DisposeAsync();
        await bot.DisposeAsync();
    }

    public async Task<IStage> OpenAsync(string name, ChannelKind channel, string language)
    {
        var desk = new CaseworkerDesk(outside.Cluster, new CaseworkerTickets(bot.TicketKey, bot.Clock));
        IYoungPersonsDevice device = channel is ChannelKind.Web
            ? new ChatPage(bot, await DirectLineClient.StartAsync(bot.Http), language)
            : new TextPhone(bot, network, name, language);
        return new HttpStage(bot, desk, device);
    }
}
