using System.Text.Json;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Conversations.Tests.Risk;

/// <summary>The shipped rules, read once, and the labelled messages.</summary>
internal static class SomeRules
{
    private static readonly string Here = AppContext.BaseDirectory;

    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
        [.. Directory.GetFiles(Path.Combine(Here, "dialogs", "risk"), "*.yaml").Select(path => (path, File.ReadAllText(path)))];

    public static RiskRules Shipped { get; } = RiskRules.Read(Files);

    public static IReadOnlyList<Labelled> Labelled { get; } =
        [.. File.ReadLines(Path.Combine(Here, "Risk", "examples.jsonl")).Select(line => JsonSerializer.Deserialize<Labelled>(line, JsonSerializerOptions.Web)!)];

    public static RiskAssessment Assess(string text) => RiskScreen.Assess(new MessageText(text), RiskState.Calm, Shipped);
}

internal sealed record Labelled(string Id, string Text, int Level, RiskCategory[] Categories, ReachableMoment? Moment, Speaker Speaker, string[] Tags);
