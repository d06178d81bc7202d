using EngagementBot.HandoffConsole;

try
{
    var configuration = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
    await using var console = ConsoleApp.Build(ConsoleSettings.Read(configuration), args);
    await console.RunAsync();
    return 0;
}
catch (InvalidOperationException wrong)
{
#pragma warning disable RS0030 // A start that fails says why in one line.
    await Console.Error.WriteLineAsync(wrong.Message);
#pragma warning restore RS0030
    return 1;
}
