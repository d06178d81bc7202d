using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EngagementBot.Host.Conversations;
using EngagementBot.Host.Start;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace EngagementBot.Host.Tests.Support;

/// <summary>The real host on a free port and a folder of its own, with a clock the test moves.</summary>
public sealed class TestBot : IAsyncDisposable
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly bool ownsFolder;
    private readonly RunningBot bot;

    private TestBot(RunningBot bot, FakeTimeProvider clock, string folder, bool ownsFolder)
    {
        (this.bot, Clock, Folder, this.ownsFolder) = (bot, clock, folder, ownsFolder);
        Http = TestHttp.Client(new Uri(bot.App.Urls.First()));
    }

    public FakeTimeProvider Clock { get; }

    public string Folder { get; }

    public HttpClient Http { get; }

    public Uri Url => new(bot.App.Urls.First());

    public int GatewayPort => bot.GatewayPort;

    public IServiceProvider Services => bot.App.Services;

    public byte[] TicketKey => bot.Keys.CaseworkerTicket;

    public static async Task<TestBot> StartAsync(string? folder = null, DateTimeOffset? at = null, params (string Key, string Value)[] settings)
    {
        var clock = new FakeTimeProvider(at ?? Noon);
        var home = folder ?? Directory.CreateTempSubdirectory("engagementbot-test-").FullName;
        Dictionary<string, string?> values = new() { ["Bot:Url"] = "http://127.0.0.1:0", ["Data:Directory"] = home };
        values["Logging:LogLevel:Orleans"] = "None"; // a clock that jumps looks like a stall to its health monitor
        foreach (var (key, value) in settings) values[key] = value;

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        var bot = BotApp.Build(
            SettingsReader.Read(configuration, development: true) with { DeskFreshness = TimeSpan.Zero }, configuration, clock);
        await bot.App.StartAsync();
        return new TestBot(bot, clock, home, folder is null);
    }

    /// <summary>Moves the clock and looks for what has fallen due, as the sweep does every two seconds.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await Services.GetRequiredService<DueSweep>().SweepAsync();
    }

    /// <summary>POST /api/messages with expectReplies; the replies' texts in order.</summary>
    public async Task<IReadOnlyList<JsonObject>> SayAsync(string conversation, string text, string? id = null, string channel = "webchat")
    {
        using var answer = await Http.PostAsJsonAsync("/api/messages", Message(conversation, text, id, channel));
        Assert.True(answer.IsSuccessStatusCode, $"HTTP {(int)answer.StatusCode}");
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return [.. body!["activities"]!.AsArray().Select(activity => activity!.AsObject())];
    }

    public static JsonObject Message(string conversation, string text, string? id = null, string channel = "webchat") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["channelId"] = channel,
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["from"] = new JsonObject { ["id"] = "somebody" },
        ["text"] = text,
        ["deliveryMode"] = "expectReplies",
    };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await bot.App.StopAsync();
        await bot.DisposeAsync();
        if (ownsFolder) Directory.Delete(Folder, recursive: true);
    }
}

/// <summary>One host for a class of tests that do not move the clock.</summary>
public sealed class SharedBot : IAsyncLifetime
{
    public TestBot Bot { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Bot = await TestBot.StartAsync();

    public ValueTask DisposeAsync() => Bot.DisposeAsync();
}
