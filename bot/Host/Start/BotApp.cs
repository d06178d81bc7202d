using System.Net;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.AzureLanguage;
using EngagementBot.Host.Channels.Connector;
using EngagementBot.Host.Channels.DirectLine;
using EngagementBot.Host.Conversations;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Security;
using EngagementBot.Host.Storage;
using EngagementBot.Host.Web;
using Microsoft.Extensions.Http.Resilience;
using Orleans.Configuration;

namespace EngagementBot.Host.Start;

/// <summary>The bot host, built: table of contents of the process.</summary>
public static class BotApp
{
    public const string ClusterName = "engagementbot";

    /// <param name="clock">The clock of everything, grain timers included; tests move it.</param>
    /// <exception cref="StartFault">Something the operator has to mend.</exception>
    public static RunningBot Build(BotSettings settings, IConfiguration configuration, TimeProvider clock)
    {
        var dialogs = BookFolder.Beside(AppContext.BaseDirectory);
        var book = BookFolder.Read(dialogs);
        var model = ModelCard.Look(dialogs);
        ProductionRules.Check(settings, book, model);
        ListenCheck.Require(settings.Url, "Bot:Url");
        var folder = DataFolder.Take(settings.DataDirectory);
        try
        {
            var keys = ServiceKeys.Load(configuration, settings.DataDirectory, settings.Development);
            var ports = (Silo: FreePort.Or(settings.SiloPort), Gateway: FreePort.Or(settings.GatewayPort));
            FreePort.Require(ports.Silo, "Cluster:SiloPort");
            FreePort.Require(ports.Gateway, "Cluster:GatewayPort");

            var builder = Builder(settings, configuration);
            AddContent(builder.Services, settings, book, keys, clock);
            AddStorage(builder.Services, settings, clock);
            AddConversations(builder.Services, settings);
            AddChannels(builder.Services, settings);
            AddCluster(builder, ports.Silo, ports.Gateway);
            builder.Services.AddHealthAndMetrics();

            var app = builder.Build();
            BotRoutes.Map(app, settings);
            return new RunningBot(app, folder, keys, ports.Gateway, model);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    private static WebApplicationBuilder Builder(BotSettings settings, IConfiguration configuration)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = "EngagementBot.Host",
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = settings.Development ? Environments.Development : Environments.Production,
        });
        // Stream tokens sit in addresses and ids in scopes: the frameworks speak of warnings only.
        builder.Logging.ClearProviders().AddSimpleConsole(options => options.SingleLine = true)
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning).AddFilter("System", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Error)
            // It would print whole exceptions; ours names the kind and the place.
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None)
            // It measures pauses from the machine's start and cries wolf once on each new process.
            .AddFilter("Orleans.Runtime.Watchdog", LogLevel.Error)
            .AddConfiguration(configuration.GetSection("Logging"));
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls(settings.Url.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 1024 * 1024; // the endpoints refuse from 64 KiB with a clear answer
        });
        return builder;
    }

    private static void AddContent(IServiceCollection services, BotSettings settings, Book book, ServiceKeys keys, TimeProvider clock)
    {
        services.AddSingleton(book).AddSingleton(settings).AddSingleton(keys).AddSingleton(clock);
        services.AddSingleton<ChannelNames>().AddSingleton<ConversationKeys>();
        services.AddSingleton(new CaseworkerTickets(keys.CaseworkerTicket, clock));
    }

    private static void AddStorage(IServiceCollection services, BotSettings settings, TimeProvider clock)
    {
        string File(string name) => Path.Combine(settings.DataDirectory, name);
        services.AddSingleton<IConversationStore>(_ => new SqliteConversationStore(File("conversations.db")));
        services.AddSingleton<IKeyStore>(_ => new SqliteKeyStore(File("keys.db")));
        services.AddSingleton<IContactVault>(_ => new SqliteContactVault(File("contacts.db"), clock));
        services.AddSingleton<IRiskLabelStore>(_ => new SqliteRiskLabelStore(File(SqliteRiskLabelStore.FileName)));
    }

    private static void AddConversations(IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(new DeskFreshness(settings.DeskFreshness));
        services.AddSingleton<DeskView>();
        services.AddSingleton(found => new LanguageService(settings.AzureLanguage, found.GetRequiredService<TimeProvider>(), found.GetRequiredService<ILogger<LanguageService>>()));
        services.AddSingleton<RiskLabels>();
        services.AddSingleton<ConversationFeed>();
        services.AddSingleton<DueSweep>();
        services.AddSingleton<BotMetrics>();
    }

    private static void AddChannels(IServiceCollection services, BotSettings settings)
    {
        services.AddSingleton(settings.DirectLine).AddSingleton(settings.Flood);
        services.AddSingleton<DirectLineTokens>().AddSingleton<DirectLineAccess>().AddSingleton<DirectLineStream>().AddSingleton<DirectLineEndpoints>();
        services.AddSingleton<FloodLimits>();
        services.AddSingleton(new ConnectorAccess(settings.Development));
        services.AddSingleton(new ServiceUrls(settings.ServiceUrls, settings.Development));
        services.AddSingleton<ContactBook>().AddSingleton<MessagesEndpoint>().AddSingleton<Courier>();
        services.AddSingleton<IPushDelivery>(found => found.GetRequiredService<Courier>());
        services.AddHttpClient(Courier.ClientName)
            // A redirect would carry a reply to an address that nobody has allowed.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
            // Each channel has a breaker of its own: a dead one must not hold up the others.
            .AddStandardResilienceHandler().SelectPipelineByAuthority();
        services.AddSingleton<WidgetPage>();
        services.AddDirectLineCors(settings.DirectLine);
    }

    private static void AddCluster(WebApplicationBuilder builder, int siloPort, int gatewayPort)
    {
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort, gatewayPort, serviceId: ClusterName, clusterId: ClusterName)
            .Configure<EndpointOptions>(options => options.AdvertisedIPAddress = IPAddress.Loopback)
            .AddIncomingGrainCallFilter<CallerFilter>()
            .AddOutgoingGrainCallFilter<CallerFilter>());
        builder.Services.AddSingleton<SiloProof>();
        // After Orleans, so that they start once the silo answers and stop before it goes.
        builder.Services.AddHostedService(found => found.GetRequiredService<ConversationFeed>());
        builder.Services.AddHostedService(found => found.GetRequiredService<DueSweep>());
    }
}

/// <summary>A built bot host and what it holds while it runs.</summary>
/// <param name="GatewayPort">Where a console on this machine finds the cluster.</param>
/// <param name="Model">Whether the learned risk model has been signed.</param>
public sealed record RunningBot(WebApplication App, DataFolder Folder, ServiceKeys Keys, int GatewayPort, ModelSigning Model) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        Folder.Dispose();
    }
}
