using EngagementBot.Host.Commands;

namespace EngagementBot.Host.Start;

/// <summary>The program: a command where one is named, else the bot host.</summary>
public static class Entry
{
    public static async Task<int> RunAsync(string[] args)
    {
        try
        {
            if (CommandLine.Names(args)) return CommandLine.Run(args);

            SettingsReader.RefuseUnknownArguments(args);
            var configuration = Configuration(args);
            var development = IsDevelopment(configuration);
            await using var bot = BotApp.Build(SettingsReader.Read(configuration, development), configuration, TimeProvider.System);
            await bot.App.StartAsync();
            Report.Line($"Chat:     {bot.App.Urls.First()}/");
            Report.Line($"Gateway:  {bot.GatewayPort}  (Cluster:GatewayPort for a console on this machine)");
            if (bot.Model is ModelSigning.NotSignedOff) Report.Line(Report.UnsignedModel);
            if (development) Report.Line(Report.OpenDoor);
            await bot.App.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception fault) when (StartFault.From(fault) is not null)
        {
            Report.Fault(StartFault.From(fault)!);
            return 1;
        }
    }

    /// <summary>Settings files beside the program, then the environment, then the command line.</summary>
    public static IConfigurationRoot Configuration(string[] args) => new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(args)
        .Build();

    /// <summary>Production unless told otherwise: what Development allows must be asked for.</summary>
    public static bool IsDevelopment(IConfiguration configuration) =>
        string.Equals(configuration["ASPNETCORE_ENVIRONMENT"] ?? configuration["environment"], Environments.Development, StringComparison.OrdinalIgnoreCase);
}
