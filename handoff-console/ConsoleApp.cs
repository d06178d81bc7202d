using EngagementBot.Contracts;
using EngagementBot.HandoffConsole.Cases;
using EngagementBot.HandoffConsole.Feeds;
using EngagementBot.HandoffConsole.SignIn;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace EngagementBot.HandoffConsole;

/// <summary>The caseworkers' console as one web application, alone or beside the bot in one process.</summary>
public static class ConsoleApp
{
    private const string Name = "EngagementBot.HandoffConsole";
    private const string Cluster = "engagementbot";
    private const int ConnectionTries = 15;

    /// <summary>Builds the console; the caller starts it, after the bot.</summary>
    /// <param name="settings">Where it listens, whom it calls and what proves its calls.</param>
    /// <param name="args">Further configuration, as on the command line.</param>
    /// <exception cref="InvalidOperationException">Nobody could sign in safely; the message is one line for the operator.</exception>
    public static WebApplication Build(ConsoleSettings settings, string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = settings.EnvironmentName,
            Args = args,
        });
        SignInRules.Check(builder.Environment, builder.Configuration);

        Listen(builder, settings);
        AddSignIn(builder.Services, settings);
        AddCluster(builder, settings);
        AddConsole(builder.Services);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        ConsoleRoutes.Map(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, ConsoleSettings settings)
    {
        // Stream tokens sit in URLs: the frameworks speak of warnings only.
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Orleans", LogLevel.Warning)
            .AddFilter("Polly", LogLevel.Warning);
        // Keys at rest are the operator's disk's to protect; on a developer's machine the warning says nothing new.
        if (builder.Environment.IsDevelopment()) builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls(settings.Url.GetLeftPart(UriPartial.Authority));
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
    }

    private static void AddSignIn(IServiceCollection services, ConsoleSettings settings)
    {
        services.AddDataProtection()
            .SetApplicationName(Name)
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.DataDirectory, "keys", "console")));
        services.AddConsoleSignIn();
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    private static void AddCluster(WebApplicationBuilder builder, ConsoleSettings settings)
    {
        builder.UseOrleansClient(client => client
            .UseLocalhostClustering(settings.GatewayPort, serviceId: Cluster, clusterId: Cluster)
            .UseConnectionRetryFilter(new PatientConnection(ConnectionTries)));
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(services => new CaseworkerTickets(settings.TicketKey, services.GetRequiredService<TimeProvider>()));
    }

    private static void AddConsole(IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddSingleton<NewId>();
        services.AddScoped<Drafts>();
        services.AddFeeds();
    }
}
