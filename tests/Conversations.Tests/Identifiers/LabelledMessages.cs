using System.Text.Json;

namespace EngagementBot.Conversations.Tests.Identifiers;

/// <summary>The labelled messages of the risk tests and of the dialogs, as plain lines.</summary>
internal static class LabelledMessages
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "*.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(File.ReadLines)
            .Where(line => line.Length > 0)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
            .Where(line => line.TryGetProperty("text", out _))
            .Select(line => line.GetProperty("text").GetString()!),
    ];
}
