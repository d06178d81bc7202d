using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using EngagementBot.Host.Tests.Support;

namespace EngagementBot.Host.Tests.Connector;

public class When_what_comes_in_is_broken(SharedBot shared) : IClassFixture<SharedBot>
{
    private const string Planted = "they-know-where-my-sister-goes";

    private HttpClient Http => shared.Bot.Http;

    public static TheoryData<string, string, int> Broken => new()
    {
        { "cut off", $"{{\"type\":\"message\",\"text\":\"{Planted}", 400 },
        { "no object", $"[\"{Planted}\"]", 400 },
        { "too deep", string.Concat(Enumerable.Repeat("{\"value\":", 200)) + $"\"{Planted}\"" + new string('}', 200), 400 },
        { "no type", $"{{\"text\":\"{Planted}\",\"conversation\":{{\"id\":\"x\"}}}}", 400 },
        { "no conversation", $"{{\"type\":\"message\",\"text\":\"{Planted}\"}}", 400 },
        { "wrong kinds", $"{{\"type\":5,\"text\":\"{Planted}\"}}", 400 },
        { "message too long", $"{{\"type\":\"message\",\"deliveryMode\":\"expectReplies\",\"conversation\":{{\"id\":\"x\"}},\"text\":\"{Planted}{new string('a', 4000)}\"}}", 400 },
        { "body too large", $"{{\"type\":\"message\",\"text\":\"{Planted}{new string('a', 70_000)}\"}}", 413 },
        { "no way to answer", $"{{\"type\":\"message\",\"conversation\":{{\"id\":\"x\"}},\"serviceUrl\":\"https://elsewhere.example\",\"text\":\"{Planted}\"}}", 400 },
    };

    [Theory, MemberData(nameof(Broken))]
    public async Task It_is_refused_in_one_sentence_that_never_echoes_the_text(string what, string body, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await Http.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var problem = JsonNode.Parse(text)!;

        Assert.True(status == (int)answer.StatusCode, $"{what}: {(int)answer.StatusCode}");
        Assert.DoesNotContain(Planted, text);
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.NotEmpty(problem["error"]!["code"]!.GetValue<string>());
        Assert.Equal(problem["detail"]!.GetValue<string>(), problem["error"]!["message"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_chunked_body_over_the_limit_is_refused_too()
    {
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(new string(' ', 70_000))));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = content };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task The_conversation_goes_on_after_each()
    {
        foreach (var broken in Broken)
        {
            using var content = new StringContent(broken.Data.Item2, Encoding.UTF8, "application/json");
            using var _ = await Http.PostAsync("/api/messages", content, TestContext.Current.CancellationToken);
        }

        Assert.NotEmpty(await shared.Bot.SayAsync("x", "hello"));
    }

    [Theory]
    [InlineData("\\ud83d", "\uFFFD")]
    [InlineData("a\\udd2ab", "a\uFFFDb")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\uFFFD😀")]
    [InlineData("\\\\ud83d", "\\ud83d")]
    [InlineData("a\\u0000b\\u001b\\u007f\\nc\\td", "ab\nc\td")]
    public async Task Half_an_emoji_or_a_control_character_loses_nothing_else(string escaped, string kept)
    {
        var client = await DirectLineClient.StartAsync(Http);
        using var content = new StringContent($"{{\"type\":\"message\",\"text\":\"they got a {escaped} outside\"}}", Encoding.UTF8, "application/json");

        using var answer = await client.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{client.Conversation}/activities", content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"they got a {kept} outside", (await client.ReadAsync())["activities"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_become_a_replacement_character()
    {
        var client = await DirectLineClient.StartAsync(Http);
        byte[] body = [.. "{\"type\":\"message\",\"text\":\"help "u8, 0xED, 0xA0, 0xBD, .. " me\"}"u8];
        using var content = new ByteArrayContent(body);

        using var answer = await client.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{client.Conversation}/activities", content);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = (await client.ReadAsync())["activities"]![0]!["text"]!.GetValue<string>();
        Assert.StartsWith("help \uFFFD", text, StringComparison.Ordinal);
        Assert.EndsWith(" me", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_activity_type_is_accepted_and_ignored()
    {
        var activity = TestBot.Message("types", "x");
        activity["type"] = "somethingNew";

        using var answer = await Http.PostAsJsonAsync("/api/messages", activity, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Thirty_fast_messages_pass_and_a_flood_is_told_when_to_come_back()
    {
        for (var n = 0; n < 30; n++) await shared.Bot.SayAsync("fast", "hi", $"m{n}");

        HttpResponseMessage? refused = null;
        for (var n = 30; n < 200 && refused is null; n++)
        {
            var answer = await Http.PostAsJsonAsync("/api/messages", TestBot.Message("fast", "hi", $"m{n}"), TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) refused = answer;
            else answer.Dispose();
        }

        Assert.NotNull(refused);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.NotEmpty(await shared.Bot.SayAsync("somebody-else", "hi"));
        refused.Dispose();
    }

    [Theory]
    [InlineData("GET", "/api/messages", 405)]
    [InlineData("GET", "/nowhere/at/all", 404)]
    [InlineData("GET", "/..%2fappsettings.json", 404)]
    [InlineData("POST", "/v3/directline/nothing", 404)]
    public async Task An_address_that_is_not_there_says_so_in_the_same_form(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.NotNull(body["error"]!["message"]);
    }
}
