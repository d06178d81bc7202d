using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace EngagementBot.Host.Tests.Support;

/// <summary>A plain Direct Line client, as far as the tests need one.</summary>
public sealed class DirectLineClient(HttpClient http)
{
    public string Conversation { get; private set; } = "";

    public string Token { get; set; } = "";

    public string StreamUrl { get; private set; } = "";

    public static async Task<DirectLineClient> StartAsync(HttpClient http)
    {
        var client = new DirectLineClient(http);
        using var generated = await http.PostAsync("/v3/directline/tokens/generate", null);
        client.Take(await Body(generated));
        using var started = await client.SendAsync(HttpMethod.Post, "/v3/directline/conversations");
        client.Take(await Body(started));
        return client;
    }

    public Task<HttpResponseMessage> PostAsync(JsonNode activity) =>
        SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{Conversation}/activities", JsonContent.Create(activity));

    public async Task<string> SayAsync(string text, string? clientActivityId = null)
    {
        var activity = new JsonObject { ["type"] = "message", ["text"] = text, ["from"] = new JsonObject { ["id"] = "me" } };
        if (clientActivityId is not null) activity["channelData"] = new JsonObject { ["clientActivityID"] = clientActivityId };
        using var answer = await PostAsync(activity);
        return (await Body(answer))["id"]!.GetValue<string>();
    }

    public async Task<JsonObject> ReadAsync(string? watermark = null)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{Conversation}/activities?watermark={watermark}");
        return await Body(answer);
    }

    public async Task ReconnectAsync(string? watermark)
    {
        using var answer = await SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{Conversation}?watermark={watermark}");
        Take(await Body(answer));
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await http.SendAsync(request);
    }

    public async Task<ClientWebSocket> OpenStreamAsync()
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(StreamUrl), TestContext.Current.CancellationToken);
        return socket;
    }

    /// <summary>The next frame that says something.</summary>
    public static async Task<JsonObject> NextAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = 0;
            WebSocketReceiveResult part;
            do
            {
                part = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), TestContext.Current.CancellationToken);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            if (length > 0) return JsonNode.Parse(Encoding.UTF8.GetString(buffer, 0, length))!.AsObject();
        }
    }

    private void Take(JsonObject conversation)
    {
        Conversation = conversation["conversationId"]!.GetValue<string>();
        Token = conversation["token"]!.GetValue<string>();
        StreamUrl = conversation["streamUrl"]?.GetValue<string>() ?? "";
    }

    private static async Task<JsonObject> Body(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, $"HTTP {(int)answer.StatusCode}");
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }
}
