using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EngagementBot.Host.Tests.Support;

namespace EngagementBot.Host.Tests.Crash;

/// <summary>Twenty SIGKILLs during a stream of 2,000 messages over 100 conversations. The channel behaves as a real one: it delivers
/// again what was not acknowledged, and knows a reply it has already had by its id.</summary>
public sealed class While_the_process_is_killed_again_and_again : IDisposable
{
    private const int Kills = 20;
    private const int Conversations = 100;
    private const int MessagesEach = 20;
    private const int Senders = 8;

    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-crash-").FullName;
    private readonly ConcurrentDictionary<string, List<string>> acknowledged = new();
    private int acknowledgedCount;
    private LocalProcess local = null!;
    private volatile TaskCompletionSource running = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        local?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_acknowledged_message_is_there_once_in_order_and_every_owed_reply_arrives()
    {
        await using var channel = await FakeChannel.StartAsync();
        await StartAsync();
        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => SendAllAsync(sender, channel)));

        for (var kill = 1; kill <= Kills; kill++)
        {
            await AcknowledgedAsync(kill * Conversations * MessagesEach / (Kills + 1));
            if (kill % 5 == 0) await KillBetweenCommitAndDeliveryAsync(channel);
            else await KillAsync();
            await StartAsync();
        }

        await sending;
        Assert.False(owedReplies.IsEmpty, "No kill fell between a commit and its delivery: the run does not count.");
        await RepliesArriveAsync(channel);
        await LogsAreWholeAsync(channel);
    }

    private async Task SendAllAsync(int sender, FakeChannel channel)
    {
        using var http = TestHttp.Client();
        for (var n = 0; n < MessagesEach; n++)
            for (var conversation = sender; conversation < Conversations; conversation += Senders)
                await DeliverAsync(http, channel, $"c{conversation}", n);
    }

    // Again and again until it is acknowledged, as channels do.
    private async Task DeliverAsync(HttpClient http, FakeChannel channel, string conversation, int n)
    {
        var activity = TestBot.Message(conversation, $"message {n}", $"{conversation}-{n}");
        activity["deliveryMode"] = null;
        activity["serviceUrl"] = channel.Url;
        while (true)
        {
            await running.Task.WaitAsync(Cancelled);
            try
            {
                using var answer = await http.PostAsync(new Uri(local.Chat, "/api/messages"), JsonContent.Create(activity), Cancelled);
                if (!answer.IsSuccessStatusCode) continue;
            }
            catch (Exception cut) when (cut is HttpRequestException or TaskCanceledException or InvalidOperationException)
            {
                if (Cancelled.IsCancellationRequested) throw;
                continue;
            }

            acknowledged.GetOrAdd(conversation, _ => []).Add($"message {n}");
            Interlocked.Increment(ref acknowledgedCount);
            return;
        }
    }

    private async Task AcknowledgedAsync(int count)
    {
        while (Volatile.Read(ref acknowledgedCount) < count) await Task.Delay(5, Cancelled);
    }

    private async Task StartAsync()
    {
        local = LocalProcess.Start(folder, "--Bot:Url=http://127.0.0.1:0", "--Console:Url=http://127.0.0.1:0");
        await local.ReadyAsync(Cancelled);
        running.TrySetResult();
    }

    private async Task KillAsync()
    {
        running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await local.KillAsync();
        local.Dispose();
    }

    /// <summary>Holds a push in the channel, unanswered, and kills the sender there: its commit is on disk, its delivery is not confirmed.
    /// The reply must come again from the next process.</summary>
    private async Task KillBetweenCommitAndDeliveryAsync(FakeChannel channel)
    {
        var held = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        channel.Answer = activity =>
        {
            held.TrySetResult(activity["id"]!.GetValue<string>());
            return Task.FromResult<int?>(503);
        };
        var owed = await held.Task.WaitAsync(Cancelled);
        await KillAsync();
        channel.Answer = _ => Task.FromResult<int?>(null);
        if (!Arrived(channel).Contains(owed)) owedReplies.Add(owed);
    }

    private readonly ConcurrentBag<string> owedReplies = [];

    private async Task RepliesArriveAsync(FakeChannel channel)
    {
        var names = Enumerable.Range(0, Conversations).Select(n => $"c{n}").ToList();
        await channel.UntilAsync(() => names.All(name => Answered(channel, name).Count == MessagesEach), Cancelled);
        Assert.All(names, name => Assert.Equal(Answered(channel, name).Order(StringComparer.Ordinal), Answered(channel, name)));

        Assert.All(owedReplies, owed => Assert.Contains(owed, Arrived(channel)));
    }

    private static HashSet<string> Arrived(FakeChannel channel) => [.. Enumerable.Range(0, Conversations)
        .SelectMany(n => channel.Pushed($"c{n}"))
        .Select(activity => activity["id"]!.GetValue<string>())];

    /// <summary>The sequences of the messages answered, in the order their first replies came.</summary>
    private static List<string> Answered(FakeChannel channel, string conversation) => [.. channel.Pushed(conversation)
        .Select(activity => Sequence(activity["replyToId"]!.GetValue<string>()))
        .Distinct()];

    private static string Sequence(string activityId) => activityId.Split('|')[1];

    private async Task LogsAreWholeAsync(FakeChannel channel)
    {
        await KillAsync();
        await using var bot = await TestBot.StartAsync(Path.Combine(folder, "data"));
        foreach (var (conversation, messages) in acknowledged)
        {
            Assert.Equal(messages, await LogReader.HeardAsync(bot, "connector:webchat", conversation));
            Assert.Equal(Enumerable.Range(0, MessagesEach).Select(n => $"message {n}"), messages);
        }

        Assert.Equal(Conversations, acknowledged.Count);
        Assert.NotEmpty(channel.Pushed("c0"));
    }
}
