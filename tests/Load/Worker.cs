using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace EngagementBot.Load;

/// <summary>A closed loop of connections, each taking turns at /api/messages with expectReplies: a new conversation, some messages, the
/// next. What is said is varied but harmless to the machine: questions, everyday chat, and now and then a disclosure.</summary>
internal static class Worker
{
    private static readonly string[] Lines =
    [
        "hi", "what is grooming", "my mates are being weird lately", "how do i get out of owing someone money", "who can see this chat",
        "school is boring today", "he bought me trainers and now i owe him", "can police see my phone", "ok thanks", "i got excluded last week",
    ];

    public static async Task<Figures> RunAsync(HttpClient http, int connections, TimeSpan time, int each, string name)
    {
        var latencies = new ConcurrentBag<List<double>>();
        var failures = 0;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(async connection =>
        {
            List<double> mine = [];
            for (var conversation = 0; clock.Elapsed < time; conversation++)
                for (var n = 0; n < each && clock.Elapsed < time; n++)
                {
                    var started = Stopwatch.GetTimestamp();
                    if (!await TakeTurnAsync(http, $"{name}-{connection}-{conversation}", n)) Interlocked.Increment(ref failures);
                    mine.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }

            latencies.Add(mine);
        }));
        return new Figures([.. latencies.SelectMany(one => one).Order()], clock.Elapsed, failures);
    }

    private static async Task<bool> TakeTurnAsync(HttpClient http, string conversation, int n)
    {
        var body = $$"""{"type":"message","id":"m{{n}}","channelId":"load","deliveryMode":"expectReplies","conversation":{"id":"{{conversation}}"},"from":{"id":"u"},"text":"{{Lines[n % Lines.Length]}}"}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("/api/messages", content);
        return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).StartsWith("{\"activities\":", StringComparison.Ordinal);
    }
}

/// <param name="Latencies">Milliseconds a turn, ascending.</param>
internal sealed record Figures(IReadOnlyList<double> Latencies, TimeSpan Time, int Failures)
{
    public string Report(int connections, int each) => string.Create(CultureInfo.InvariantCulture,
        $"{Latencies.Count / Time.TotalSeconds:F0} turns/s  p50 {At(0.50):F1} ms  p99 {At(0.99):F1} ms  max {Latencies[^1]:F0} ms  ({Latencies.Count} turns, {Failures} failed, {connections} connections, {each} messages a conversation)");

    private double At(double share) => Latencies[(int)(share * (Latencies.Count - 1))];
}
