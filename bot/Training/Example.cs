using System.Text.Json;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Training;

/// <summary>One labelled message (dialogs/risk/examples/README.md says what each member means).</summary>
public sealed record Example(
    string Id, string Text, string Lang, int Level, IReadOnlyList<RiskCategory> Categories, ReachableMoment? Moment,
    Speaker? Speaker, Immediacy? Immediacy, IReadOnlyList<string> Tags, string File);

/// <summary>Reads labelled messages from JSON lines.</summary>
public static class ExampleFiles
{
    /// <summary>The frozen split: measured against, never trained on.</summary>
    public const string TestSplit = "test-split.jsonl";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Every file of a folder but the test split, in the order of their names.</summary>
    public static IReadOnlyList<Example> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.jsonl").Where(path => Path.GetFileName(path) != TestSplit).Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    /// <exception cref="InvalidDataException">A line is no labelled message: file, line and fault.</exception>
    public static IEnumerable<Example> ReadFile(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line)) yield return Read(line, Path.GetFileName(path), number);
        }
    }

    private static Example Read(string line, string file, int number)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Line>(line, Json)!;
            if (read.Text is null || read.Level is not (>= 0 and <= 4)) throw new JsonException("text, or a level of 0 to 4, is missing");
            return new Example(
                read.Id ?? $"{file}:{number}", read.Text, read.Lang ?? "en", read.Level.Value, read.Categories ?? [], read.Moment, read.Speaker, read.Immediacy, read.Tags ?? [], file);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{file}:{number}: {fault.Message}");
        }
    }

    private sealed record Line(
        string? Id, string? Text, string? Lang, int? Level, List<RiskCategory>? Categories, ReachableMoment? Moment,
        Speaker? Speaker, Immediacy? Immediacy, List<string>? Tags);
}
