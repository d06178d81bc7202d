using EngagementBot.HandoffConsole;
using EngagementBot.HandoffConsole.Rehearsal;

// The console on played cases, for looking at it: dotnet run --project tests/HandoffConsole.Rehearsal [url]
var url = new Uri(args.FirstOrDefault() ?? "http://127.0.0.1:5091");
var stage = new Stage(TimeProvider.System);
Repertoire.Play(stage);

var (silo, gatewayPort) = await RehearsalSilo.StartAsync(stage);
var data = Directory.CreateTempSubdirectory("rehearsal").FullName;
await using var console = ConsoleApp.Build(new ConsoleSettings(url, gatewayPort, data, RehearsalSilo.TicketKey, Environments.Development), []);
await console.RunAsync();
await silo.StopAsync();
