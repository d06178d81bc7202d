using EngagementBot.Host.Tests.Support;

namespace EngagementBot.Host.Tests.Connector;

public class When_a_channel_delivers_a_message_again
{
    [Fact]
    public async Task The_same_replies_come_back_and_nothing_changes()
    {
        await using var bot = await TestBot.StartAsync();
        var first = await bot.SayAsync("again", "they said i owe 2 grand and they know where my sister goes school", "m1");

        var second = await bot.SayAsync("again", "they said i owe 2 grand and they know where my sister goes school", "m1");

        Assert.Equal(first.Select(reply => reply.ToJsonString()), second.Select(reply => reply.ToJsonString()));
        Assert.All(first, reply => Assert.Equal("m1", reply["replyToId"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Also_after_two_hundred_others_and_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("engagementbot-test-").FullName;
        (string, string)[] noLimit = [("Limits:Burst", "1000")];
        IReadOnlyList<string> first;
        await using (var bot = await TestBot.StartAsync(folder, settings: noLimit))
        {
            first = Texts(await bot.SayAsync("long", "what is grooming", "old"));
            for (var n = 0; n < 210; n++) await bot.SayAsync("long", "hi", $"m{n}");
        }

        await using (var again = await TestBot.StartAsync(folder, settings: noLimit))
            Assert.Equal(first, Texts(await again.SayAsync("long", "what is grooming", "old")));

        Directory.Delete(folder, recursive: true);
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<System.Text.Json.Nodes.JsonObject> replies) =>
        [.. replies.Select(reply => reply["id"]!.GetValue<string>())];
}
