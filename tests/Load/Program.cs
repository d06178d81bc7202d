using System.Diagnostics;
using System.Globalization;
using EngagementBot.Load;

// Usage: Load [url] [connections] [seconds] [messages a conversation]
var url = new Uri(args.ElementAtOrDefault(0) ?? "http://127.0.0.1:5080");
var connections = Number(1, 32);
var seconds = Number(2, 10);
var each = Number(3, 20);

using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = url };
await Worker.RunAsync(http, connections, TimeSpan.FromSeconds(3), each, "warm-up");
var measured = await Worker.RunAsync(http, connections, TimeSpan.FromSeconds(seconds), each, $"run-{Stopwatch.GetTimestamp()}");
Console.WriteLine(measured.Report(connections, each));
return measured.Failures == 0 ? 0 : 1;

int Number(int at, int fallback) =>
    args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : fallback;
