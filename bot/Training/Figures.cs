using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace EngagementBot.Training;

/// <summary>What the last released model reached on the frozen split (dialogs/risk/figures.json), so that no later one does worse unseen.</summary>
public static class Figures
{
    private static readonly HashSet<string> LowerIsBetter = ["zero-raised-to-2", "hard-negatives-raised-to-3"];

    // Sums of floats differ in the last digits from one processor to another, and two messages may then change places in the ranking.
    private const double Rounding = 0.0005;

    /// <param name="split">The labelled messages; their hash shows later that they are still the same.</param>
    public static JsonObject Of(string split, Evaluation evaluation) => new() { ["test_split_sha256"] = Hash(split), ["bars"] = evaluation.Bars() };

    /// <summary>SHA-256 of a file, in lower-case hex.</summary>
    public static string Hash(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    /// <summary>Each figure that is worse now than it was, with both values; none if nothing fell.</summary>
    public static IReadOnlyList<string> Fallen(JsonObject before, JsonObject now) =>
        [.. before.Where(figure => IsWorse(figure.Key, Value(figure.Value!), Value(now[figure.Key]!))).Select(figure => $"{figure.Key}: {Value(figure.Value!)} before, {Value(now[figure.Key]!)} now")];

    private static bool IsWorse(string name, double before, double now) =>
        LowerIsBetter.Contains(name) ? now > before : name.StartsWith("ranking", StringComparison.Ordinal) ? now < before - Rounding : now < before;

    private static double Value(JsonNode figure) => figure is JsonObject share ? (double)share["value"]! : (double)figure;
}
