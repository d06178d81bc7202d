using System.Text;
using EngagementBot.Host.Tests.Support;

namespace EngagementBot.Host.Tests.Privacy;

/// <summary>Plants words, a number and names, lives a little, then looks for them in everything the process has left behind.</summary>
public sealed class After_a_conversation : IDisposable
{
    private static readonly string[] Planted = ["07700900123", "zyxplantedzyx", "plantedperson", "planted-agent", "conversation-07700900456"];

    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-privacy-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nothing_that_identifies_and_no_word_is_on_disk_in_the_output_or_in_the_metrics()
    {
        string output, metrics;
        using (var local = LocalProcess.Start(folder, "--Bot:Url=http://127.0.0.1:0", "--Console:Url=http://127.0.0.1:0", "--Logging:LogLevel:EngagementBot=Trace"))
        {
            await local.ReadyAsync(Cancelled);
            metrics = await LiveAsync(local.Chat);
            local.Interrupt("-TERM");
            await local.EndAsync(Cancelled);
            output = local.Output + local.Errors;
        }

        foreach (var planted in Planted)
        {
            Assert.DoesNotContain(planted, output, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(planted, metrics, StringComparison.OrdinalIgnoreCase);
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                Assert.False(Holds(file, planted), $"{Path.GetFileName(file)} holds {planted}");
        }
    }

    private static async Task<string> LiveAsync(Uri chat)
    {
        using var http = TestHttp.Client(chat);
        http.DefaultRequestHeaders.UserAgent.ParseAdd("planted-agent/1.0");
        var activity = TestBot.Message("conversation-07700900456", "zyxplantedzyx they know where my sister goes, ring 07700900123", "m1", "sms");
        activity["from"]!["id"] = "07700900123";
        activity["from"]!["name"] = "plantedperson";
        activity["serviceUrl"] = "http://127.0.0.1:9/";
        using var first = await http.PostAsync("/api/messages", System.Net.Http.Json.JsonContent.Create(activity), Cancelled);
        Assert.True(first.IsSuccessStatusCode);

        using var broken = new StringContent("{\"type\":\"message\",\"text\":\"zyxplantedzyx", Encoding.UTF8, "application/json");
        using var refused = await http.PostAsync("/api/messages", broken, Cancelled);
        var client = await DirectLineClient.StartAsync(http);
        await client.SayAsync("zyxplantedzyx plantedperson");
        return await http.GetStringAsync("/metrics", Cancelled);
    }

    private static bool Holds(string file, string planted)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(planted)) >= 0
            || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(planted)) >= 0;
    }
}
