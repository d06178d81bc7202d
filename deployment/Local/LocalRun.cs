using EngagementBot.HandoffConsole;
using EngagementBot.HandoffConsole.SignIn;
using EngagementBot.Host.Start;

namespace EngagementBot.Local;

/// <summary>Bot and console in one process, on embedded storage, with one command. The bot starts first: the console calls it.</summary>
internal static class LocalRun
{
    private const string DefaultConsoleUrl = "http://127.0.0.1:5081";

    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            SettingsReader.RefuseUnknownArguments(args);
            var configuration = Entry.Configuration(args);
            var development = configuration["ASPNETCORE_ENVIRONMENT"] is not { Length: > 0 } || Entry.IsDevelopment(configuration);
            return await RunAsync(configuration, development, args);
        }
        catch (Exception fault) when (StartFault.From(fault) is not null)
        {
            Report.Fault(StartFault.From(fault)!);
            return 1;
        }
    }

    private static async Task<int> RunAsync(IConfiguration configuration, bool development, string[] args)
    {
        var consoleUrl = SettingsReader.Address(configuration, "Console:Url", DefaultConsoleUrl);
        var settings = SettingsReader.Read(configuration, development);
        ListenCheck.Require(consoleUrl, "Console:Url");
        if (consoleUrl.Port != 0 && consoleUrl.Port == settings.Url.Port)
            throw new StartFault($"Bot:Url and Console:Url both have port {consoleUrl.Port}. Give one of them another.");

        await using var bot = BotApp.Build(settings, configuration, TimeProvider.System);
        await using var console = Console(new ConsoleSettings(
            consoleUrl, bot.GatewayPort, settings.DataDirectory, bot.Keys.CaseworkerTicket, development ? Environments.Development : Environments.Production), args);

        await ServeAsync(bot, console, settings);
        Report.Line("Stopped. Every conversation is kept; start again to go on.");
        return 0;
    }

    private static async Task ServeAsync(RunningBot running, WebApplication console, BotSettings settings)
    {
        var bot = running.App;
        try
        {
            await bot.StartAsync();
            await console.StartAsync();
            Announce(running, console, settings);
            await bot.WaitForShutdownAsync();
        }
        catch (OperationCanceledException) when (IsStopping(bot) || IsStopping(console))
        {
            // Ctrl-C while still starting is a stop like any other.
        }

        // The console first: caseworkers see "not live" at once, while the bot finishes what it is writing.
        await console.StopAsync();
        await bot.StopAsync();
    }

    private static bool IsStopping(WebApplication app) => app.Lifetime.ApplicationStopping.IsCancellationRequested;

    private static WebApplication Console(ConsoleSettings settings, string[] args)
    {
        try
        {
            return ConsoleApp.Build(settings, args);
        }
        catch (InvalidOperationException refused)
        {
            throw new StartFault(refused.Message);
        }
    }

    private static void Announce(RunningBot bot, WebApplication console, BotSettings settings)
    {
        Report.Line($"Chat:     {bot.App.Urls.First()}/");
        Report.Line($"Console:  {console.Urls.First()}/sign-in");
        if (settings.Development)
        {
            foreach (var account in DemoAccounts.All)
                Report.Line($"Sign in:  user {account.User}  password {account.Password}  ({account.Role.ToString().ToLowerInvariant()})");
            Report.Line(Report.OpenDoor);
        }

        if (bot.Model is ModelSigning.NotSignedOff) Report.Line(Report.UnsignedModel);
        Report.Line($"Data:     {settings.DataDirectory}");
        Report.Line("Stop:     Ctrl-C");
    }
}
