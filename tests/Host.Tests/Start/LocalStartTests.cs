using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using EngagementBot.Host.Tests.Support;

namespace EngagementBot.Host.Tests.Start;

public sealed class When_the_operator_starts_it : IDisposable
{
    private const string AnyPort = "--Bot:Url=http://127.0.0.1:0";
    private const string AnyConsolePort = "--Console:Url=http://127.0.0.1:0";

    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-start-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_says_where_it_is_who_may_sign_in_and_how_to_stop_and_ends_cleanly_with_nothing_lost()
    {
        using (var local = LocalProcess.Start(folder, AnyPort, AnyConsolePort))
        {
            await local.ReadyAsync(Cancelled);
            Assert.Contains("Console:", local.Output);
            Assert.Contains("user ada  password ada-demo", local.Output);
            Assert.Contains("/api/messages takes messages from anyone", local.Output);
            Assert.Contains("Ctrl-C", local.Output);
            Assert.NotEmpty(await SayAsync(local, "m1"));

            local.Interrupt("-INT");
            Assert.Equal(0, await local.EndAsync(Cancelled));
        }

        Assert.True(File.Exists(Path.Combine(folder, "data", "conversations.db")));
        using var again = LocalProcess.Start(folder, AnyPort, AnyConsolePort);
        await again.ReadyAsync(Cancelled);
        Assert.Contains("0000001", await SayAsync(again, "m1"));
        Assert.Contains("0000002", await SayAsync(again, "m2"));
    }

    [Fact]
    public async Task A_port_in_use_is_one_line_and_exit_code_1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await Refuses($"Port {port} is in use", $"--Bot:Url=http://127.0.0.1:{port}", AnyConsolePort);
        await Refuses($"Port {port} is in use", AnyPort, $"--Console:Url=http://127.0.0.1:{port}");
        await Refuses($"Port {port}", AnyPort, AnyConsolePort, $"--Cluster:SiloPort={port}");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_one_line_and_exit_code_1()
    {
        var file = Path.Combine(folder, "a-file");
        await File.WriteAllTextAsync(file, "", Cancelled);

        await Refuses("cannot be written", AnyPort, AnyConsolePort, $"--Data:Directory={Path.Combine(file, "below")}");
    }

    [Fact]
    public async Task A_second_process_on_the_same_folder_is_one_line_and_exit_code_1()
    {
        using var first = LocalProcess.Start(folder, AnyPort, AnyConsolePort);
        await first.ReadyAsync(Cancelled);

        await Refuses("in use by another process", AnyPort, AnyConsolePort);
    }

    [Fact]
    public async Task A_bad_key_is_one_line_and_exit_code_1()
    {
        await Refuses("\"--Bot:Ulr=x\" is not a setting", AnyPort, AnyConsolePort, "--Bot:Ulr=x");
        await Refuses("\"stray\" is not a setting", AnyPort, AnyConsolePort, "stray");
        await Refuses("which is not an address", "--Bot:Url=nonsense", AnyConsolePort);
        await Refuses("Give a whole number", AnyPort, AnyConsolePort, "--Cluster:GatewayPort=many");

        var keys = Directory.CreateDirectory(Path.Combine(folder, "data", "keys")).FullName;
        await File.WriteAllTextAsync(Path.Combine(keys, "KeyEncryption.key"), "too short", Cancelled);
        await Refuses("is damaged", AnyPort, AnyConsolePort);
    }

    [Fact]
    public async Task A_production_start_refuses_what_only_development_may_have()
    {
        await Refuses("reviewed_by", AnyPort, AnyConsolePort, "--ASPNETCORE_ENVIRONMENT=Production");
    }

    private async Task Refuses(string saying, params string[] arguments)
    {
        using var local = LocalProcess.Start(folder, arguments);
        var exitCode = await local.EndAsync(Cancelled);
        var line = Assert.Single(local.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(1, exitCode);
        Assert.Contains(saying, line);
        Assert.Empty(local.Output);
    }

    private static async Task<string> SayAsync(LocalProcess local, string id)
    {
        using var http = TestHttp.Client(local.Chat);
        using var answer = await http.PostAsJsonAsync("/api/messages", TestBot.Message("kept", "hello", id), Cancelled);
        return await answer.Content.ReadAsStringAsync(Cancelled);
    }
}
