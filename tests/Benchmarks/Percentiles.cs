using System.Diagnostics;
using System.Globalization;

namespace EngagementBot.Benchmarks;

/// <summary>Every call timed by itself, on one thread: what a mean hides.</summary>
internal static class Percentiles
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(4);

    public static void Print(Readers readers)
    {
        Console.WriteLine("| message | read by | median µs | p99 µs | longest µs | bytes allocated (median) | calls |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|---:|");
        foreach (var kind in Enum.GetValues<Kind>())
            foreach (var (name, read) in readers.All) Console.WriteLine(Row(kind, name, read));
    }

    private static string Row(Kind kind, string name, Func<string, int> read)
    {
        var messages = Messages.Of(kind);
        Measure(messages, read); // compiled and warm
        var calls = Measure(messages, read);
        var times = calls.Select(call => call.Microseconds).Order().ToArray();
        var bytes = calls.Select(call => (double)call.Bytes).Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"| {kind} | {name} | {At(times, 0.5):0} | {At(times, 0.99):0} | {times[^1]:0} | {At(bytes, 0.5):0} | {times.Length} |");
    }

    // Whole rounds only, so that every message counts alike.
    private static List<(double Microseconds, long Bytes)> Measure(string[] messages, Func<string, int> read)
    {
        var calls = new List<(double, long)>();
        for (var begun = Stopwatch.StartNew(); begun.Elapsed < Enough;)
            foreach (var message in messages) calls.Add(Once(message, read));
        return calls;
    }

    private static (double Microseconds, long Bytes) Once(string message, Func<string, int> read)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var begun = Stopwatch.GetTimestamp();
        read(message);
        return (Stopwatch.GetElapsedTime(begun).TotalMicroseconds, GC.GetAllocatedBytesForCurrentThread() - bytes);
    }

    private static double At(double[] ordered, double share) => ordered[(int)Math.Min(ordered.Length - 1, share * ordered.Length)];
}
