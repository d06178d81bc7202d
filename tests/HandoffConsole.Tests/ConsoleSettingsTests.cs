using Microsoft.Extensions.Configuration;

namespace EngagementBot.HandoffConsole.Tests;

public sealed class A_console_of_its_own : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("console-settings").FullName;

    [Fact]
    public void Reads_the_key_that_the_bot_left_in_the_data_directory()
    {
        LeaveKey(CaseworkerTickets.KeyBytes);

        var settings = Read(("Console:Url", "http://127.0.0.1:6000"), ("Cluster:GatewayPort", "30111"));

        Assert.Equal((6000, 30111, CaseworkerTickets.KeyBytes, "Production"),
            (settings.Url.Port, settings.GatewayPort, settings.TicketKey.Length, settings.EnvironmentName));
    }

    [Theory]
    [InlineData("Cluster:GatewayPort", "")]
    [InlineData("Cluster:GatewayPort", "many")]
    [InlineData("Console:Url", "somewhere")]
    public void Says_in_one_line_which_key_is_wrong(string key, string value)
    {
        LeaveKey(CaseworkerTickets.KeyBytes);

        var refusal = Assert.Throws<InvalidOperationException>(() => Read(("Cluster:GatewayPort", "30111"), (key, value)));

        Assert.StartsWith(key, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(16)]
    public void Asks_for_the_bot_to_be_started_first_when_there_is_no_whole_key(int bytes)
    {
        if (bytes > 0) LeaveKey(bytes);

        var refusal = Assert.Throws<InvalidOperationException>(() => Read(("Cluster:GatewayPort", "30111")));

        Assert.Contains("start the bot once", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private void LeaveKey(int bytes)
    {
        var path = ConsoleSettings.TicketKeyPath(data);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Convert.ToBase64String(new byte[bytes]));
    }

    private ConsoleSettings Read(params (string Key, string Value)[] given)
    {
        var values = new Dictionary<string, string?> { ["Data:Directory"] = data };
        foreach (var (key, value) in given) values[key] = value;
        return ConsoleSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
