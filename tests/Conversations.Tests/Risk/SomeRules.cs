using System.Text.Json;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Conversations.Tests.Risk;

/// <summary>The shipped rules, read once, and the labelled messages.</summary>
internal static class SomeRules
{
    private static readonly string Here = AppContext.BaseDirectory;

    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
        [.. Directory.GetFiles(Path.Combine(Here, "dialogs", "risk"), "*.yaml").Select(path => (path, File.ReadAllText(path)))];

    public static RiskRules Shipped { get; } = RiskRules.Read(Files);

    private static readonly Lazy<RiskRules> Whole = new(() => Shipped.With(ModelFile.Read(File.ReadAllBytes(RiskFile("model", "heads.bin")), SentenceEncoder.Load(RiskFile("model", "encoder.bin")))));

    /// <summary>The shipped rules with the shipped model beside them: the screen as it runs.</summary>
    public static RiskRules WithModel => Whole.Value;

    public static IReadOnlyList<Labelled> Labelled { get; } =
        [.. File.ReadLines(Path.Combine(Here, "Risk", "examples.jsonl")).Select(line => JsonSerializer.Deserialize<Labelled>(line, JsonSerializerOptions.Web)!)];

    /// <summary>A file of dialogs/risk as it is shipped.</summary>
    public static string RiskFile(params ReadOnlySpan<string> parts) => Path.Combine([Here, "dialogs", "risk", .. parts]);

    public static RiskAssessment Assess(string text) => RiskScreen.Assess(new MessageText(text), RiskState.Calm, Shipped);

    public static RiskAssessment AssessWithModel(string text) => RiskScreen.Assess(new MessageText(text), RiskState.Calm, WithModel);
}

internal sealed record Labelled(string Id, string Text, int Level, RiskCategory[] Categories, ReachableMoment? Moment, Speaker Speaker, string[] Tags);
