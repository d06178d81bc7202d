using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EngagementBot.Host.Tests.Support;
using EngagementBot.Transcripts;

namespace EngagementBot.Host.Tests.Transcripts;

/// <summary>What the young person holds in their hand.</summary>
internal interface IYoungPersonsDevice
{
    /// <summary>The names the service forms the conversation's key from.</summary>
    (string Channel, string Conversation) Address { get; }

    Task WriteAsync(string text, int number);

    /// <summary>Words that have arrived since this was last asked.</summary>
    Task<IReadOnlyList<Said>> ArrivedAsync();

    Task KeepAliveAsync();
}

internal static class Received
{
    /// <summary>The words in activities, handoff events and the young person's own left out.</summary>
    public static IEnumerable<Said> Words(IEnumerable<JsonObject> activities) =>
        activities.Where(activity => (string?)activity["type"] == "message" && activity["channelData"]?["speaker"] is not null).Select(Word);

    private static Said Word(JsonObject activity)
    {
        var data = activity["channelData"]!;
        var choices = activity["suggestedActions"]?["actions"]?.AsArray().Select(action => (string)action!["title"]!) ?? [];
        return new Said(
            (string?)data["speaker"] == "caseworker" ? (string)activity["from"]!["name"]! : Said.Bot,
            (string?)data["textId"], (string)activity["text"]!, [.. choices], (string?)data["kind"] == "emergency-card");
    }
}

/// <summary>A phone on a text network that speaks Bot Framework: answers come inline, all other words are pushed to its service URL.</summary>
internal sealed class TextPhone(TestBot bot, FakeChannel network, string conversation, string language) : IYoungPersonsDevice
{
    private readonly List<Said> inline = [];
    private int pushed;

    public (string Channel, string Conversation) Address => ("connector:sms", conversation);

    public async Task WriteAsync(string text, int number)
    {
        var message = TestBot.Message(conversation, text, $"sms-{number}", "sms");
        (message["serviceUrl"], message["locale"]) = (network.Url, language);
        using var answer = await bot.Http.PostAsJsonAsync("/api/messages", message);
        Assert.True(answer.IsSuccessStatusCode, $"HTTP {(int)answer.StatusCode}");
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        inline.AddRange(Received.Words(body!["activities"]!.AsArray().Select(activity => activity!.AsObject())));
    }

    public Task<IReadOnlyList<Said>> ArrivedAsync()
    {
        var all = Received.Words(network.Pushed(conversation)).ToList();
        IReadOnlyList<Said> news = [.. inline, .. all.Skip(pushed)];
        pushed = all.Count;
        inline.Clear();
        return Task.FromResult(news);
    }

    public Task KeepAliveAsync() => Task.CompletedTask;
}

/// <summary>The chat page: Direct Line, reading from its watermark.</summary>
internal sealed class ChatPage(TestBot bot, DirectLineClient client, string language) : IYoungPersonsDevice
{
    private static readonly TimeSpan RefreshEvery = TimeSpan.FromMinutes(10);

    private readonly HashSet<int> written = [];
    private readonly List<Said> again = [];
    private string? watermark;
    private DateTimeOffset refreshedAt = bot.Clock.GetUtcNow();

    public (string Channel, string Conversation) Address => ("directline", client.Conversation);

    public async Task WriteAsync(string text, int number)
    {
        using var answer = await client.PostAsync(new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["locale"] = language,
            ["from"] = new JsonObject { ["id"] = "me" },
            ["channelData"] = new JsonObject { ["clientActivityID"] = $"web-{number}", ["welcomeShown"] = true },
        });
        Assert.True(answer.IsSuccessStatusCode, $"HTTP {(int)answer.StatusCode}");
        var id = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["id"]!;
        if (written.Add(number)) return;

        // A second delivery adds nothing to the log; its answer is what the first one's id was answered with.
        again.AddRange(Received.Words(Activities(await client.ReadAsync()).Where(activity => (string?)activity["replyToId"] == id)));
    }

    public async Task<IReadOnlyList<Said>> ArrivedAsync()
    {
        var set = await client.ReadAsync(watermark);
        watermark = (string?)set["watermark"];
        IReadOnlyList<Said> news = [.. again, .. Received.Words(Activities(set))];
        again.Clear();
        return news;
    }

    public async Task KeepAliveAsync()
    {
        if (bot.Clock.GetUtcNow() - refreshedAt < RefreshEvery) return;

        using var answer = await client.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh");
        client.Token = (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["token"]!;
        refreshedAt = bot.Clock.GetUtcNow();
    }

    private static IEnumerable<JsonObject> Activities(JsonObject set) => set["activities"]!.AsArray().Select(activity => activity!.AsObject());
}
