using System.Net;
using System.Text.Json.Nodes;
using EngagementBot.Host.Tests.Support;

namespace EngagementBot.Host.Tests.DirectLine;

public class While_a_young_person_chats_on_the_web(SharedBot shared) : IClassFixture<SharedBot>
{
    private HttpClient Http => shared.Bot.Http;

    [Fact]
    public async Task Their_message_and_the_replies_are_in_the_log_in_order()
    {
        var client = await DirectLineClient.StartAsync(Http);

        var id = await client.SayAsync("hi", "one");

        var set = await client.ReadAsync();
        var activities = set["activities"]!.AsArray();
        Assert.Equal(id, activities[0]!["id"]!.GetValue<string>());
        Assert.Equal("one", activities[0]!["channelData"]!["clientActivityID"]!.GetValue<string>());
        Assert.Equal("user", activities[0]!["from"]!["role"]!.GetValue<string>());
        Assert.All(activities.Skip(1), reply => Assert.Equal(id, reply!["replyToId"]!.GetValue<string>()));
        Assert.NotEmpty(activities.Skip(1));
    }

    [Fact]
    public async Task Nothing_comes_twice_after_a_watermark()
    {
        var client = await DirectLineClient.StartAsync(Http);
        await client.SayAsync("hi");
        var watermark = (await client.ReadAsync())["watermark"]!.GetValue<string>();

        Assert.Empty((await client.ReadAsync(watermark))["activities"]!.AsArray());

        await client.SayAsync("you there");
        Assert.Equal("you there", (await client.ReadAsync(watermark))["activities"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_resent_message_is_taken_once_and_keeps_its_id()
    {
        var client = await DirectLineClient.StartAsync(Http);

        var first = await client.SayAsync("they want it by friday", "same");
        var again = await client.SayAsync("they want it by friday", "same");

        Assert.Equal(first, again);
        Assert.Single((await client.ReadAsync())["activities"]!.AsArray(), one => one!["from"]!["role"]!.GetValue<string>() == "user");
    }

    [Fact]
    public async Task The_stream_carries_what_is_said_before_and_after_it_opens()
    {
        var client = await DirectLineClient.StartAsync(Http);
        await client.SayAsync("first");
        using var socket = await client.OpenStreamAsync();

        var before = await DirectLineClient.NextAsync(socket);
        await client.SayAsync("second");
        var after = await DirectLineClient.NextAsync(socket);

        Assert.Equal("first", before["activities"]![0]!["text"]!.GetValue<string>());
        Assert.Equal("second", after["activities"]![0]!["text"]!.GetValue<string>());
        Assert.NotEqual(before["watermark"]!.GetValue<string>(), after["watermark"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_reconnected_stream_goes_on_from_the_watermark()
    {
        var client = await DirectLineClient.StartAsync(Http);
        await client.SayAsync("first");
        var watermark = (await client.ReadAsync())["watermark"]!.GetValue<string>();
        await client.SayAsync("second");

        await client.ReconnectAsync(watermark);
        using var socket = await client.OpenStreamAsync();

        Assert.Equal("second", (await DirectLineClient.NextAsync(socket))["activities"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Words_come_back_exactly_as_they_were_written()
    {
        var client = await DirectLineClient.StartAsync(Http);
        const string words = "  sh4nk 🔪👩‍👧  ŵŷ \"q\" <b>\n\tend ";

        await client.SayAsync(words);

        Assert.Equal(words, (await client.ReadAsync())["activities"]![0]!["text"]!.GetValue<string>());
    }

    [Fact]
    public async Task Pictures_are_refused_kindly()
    {
        var client = await DirectLineClient.StartAsync(Http);

        using var answer = await client.SendAsync(HttpMethod.Post, $"/v3/directline/conversations/{client.Conversation}/upload?userId=x", new StringContent("x"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Another_origin_may_not_read_the_answers_and_a_loopback_one_may_in_development()
    {
        Assert.Null(await AllowedOrigin("https://school.example"));
        Assert.Equal("http://localhost:3000", await AllowedOrigin("http://localhost:3000"));
    }

    private async Task<string?> AllowedOrigin(string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v3/directline/conversations/nope/activities");
        request.Headers.Add("Origin", origin);
        using var answer = await Http.SendAsync(request);
        return answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null;
    }
}

public class When_a_token_is_shown
{
    [Fact]
    public async Task An_expired_one_is_403_TokenExpired_and_a_fresh_one_is_refreshed()
    {
        await using var bot = await TestBot.StartAsync();
        var client = await DirectLineClient.StartAsync(bot.Http);
        bot.Clock.Advance(TimeSpan.FromMinutes(29));
        using var refreshed = await client.SendAsync(HttpMethod.Post, "/v3/directline/tokens/refresh");
        Assert.Equal(HttpStatusCode.OK, refreshed.StatusCode);

        bot.Clock.Advance(TimeSpan.FromMinutes(2));

        await Refused(client, client.Conversation, HttpStatusCode.Forbidden, "TokenExpired");
    }

    [Fact]
    public async Task A_foreign_one_is_403_and_an_unknown_conversation_404()
    {
        await using var bot = await TestBot.StartAsync();
        var mine = await DirectLineClient.StartAsync(bot.Http);
        var theirs = await DirectLineClient.StartAsync(bot.Http);

        await Refused(mine, theirs.Conversation, HttpStatusCode.Forbidden, "BadArgument");
        await Refused(mine, "made-up", HttpStatusCode.NotFound, "BadArgument");
        mine.Token += "x";
        await Refused(mine, mine.Conversation, HttpStatusCode.Forbidden, "BadArgument");
        mine.Token = "";
        await Refused(mine, mine.Conversation, HttpStatusCode.Unauthorized, "BadArgument");
    }

    [Fact]
    public async Task One_from_before_a_restart_still_opens_the_conversation()
    {
        var folder = Directory.CreateTempSubdirectory("engagementbot-test-").FullName;
        DirectLineClient before;
        await using (var bot = await TestBot.StartAsync(folder))
        {
            before = await DirectLineClient.StartAsync(bot.Http);
            await before.SayAsync("remember me");
        }

        await using (var again = await TestBot.StartAsync(folder))
        {
            var after = new DirectLineClient(again.Http) { Token = before.Token };
            using var answer = await after.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{before.Conversation}/activities");
            Assert.Contains("remember me", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task With_a_secret_configured_a_token_needs_it()
    {
        await using var bot = await TestBot.StartAsync(settings: ("DirectLine:Secret", "s3cret"));

        using var without = await bot.Http.PostAsync("/v3/directline/tokens/generate", null, TestContext.Current.CancellationToken);
        var client = new DirectLineClient(bot.Http) { Token = "s3cret" };
        using var with = await client.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate");
        client.Token = "wrong";
        using var wrong = await client.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate");

        Assert.Equal(HttpStatusCode.Unauthorized, without.StatusCode);
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
    }

    private static async Task Refused(DirectLineClient client, string conversation, HttpStatusCode status, string code)
    {
        using var answer = await client.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation}/activities");
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal((int)status, body["status"]!.GetValue<int>());
        Assert.Equal(code, body["error"]!["code"]!.GetValue<string>());
    }
}
