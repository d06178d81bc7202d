using System.Text.Json;

namespace EngagementBot.Training;

/// <summary>One labelled question (dialogs/topics/examples/README.md says what each member means).</summary>
public sealed record Question(string Id, string Text, string Lang, string Topic, IReadOnlyList<string> Tags);

/// <summary>Reads labelled questions from JSON lines.</summary>
public static class QuestionFiles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Every file of a folder but the test split, in the order of their names.</summary>
    public static IReadOnlyList<Question> Read(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.jsonl").Where(path => Path.GetFileName(path) != ExampleFiles.TestSplit).Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    /// <exception cref="InvalidDataException">A line is no labelled question: file, line and fault.</exception>
    public static IEnumerable<Question> ReadFile(string path) =>
        File.ReadLines(path)
            .Select((line, at) => (line, place: $"{Path.GetFileName(path)}:{at + 1}"))
            .Where(each => !string.IsNullOrWhiteSpace(each.line))
            .Select(each => Read(each.line, each.place));

    private static Question Read(string line, string place)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Line>(line, Json)!;
            if (read.Text is null || read.Topic is null) throw new JsonException("text or topic is missing");
            return new Question(read.Id ?? place, read.Text, read.Lang ?? "en", read.Topic, read.Tags ?? []);
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{place}: {fault.Message}");
        }
    }

    private sealed record Line(string? Id, string? Text, string? Lang, string? Topic, List<string>? Tags);
}
