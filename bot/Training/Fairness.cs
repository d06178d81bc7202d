using System.Text.Json.Nodes;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Training;

/// <summary>How often harmless messages raise an alarm (level 2 or more) in two ways of speaking.</summary>
/// <param name="Youth">Everyday multicultural youth English.</param>
/// <param name="Plain">Plain English about the same things.</param>
public sealed record Fairness(Share Youth, Share Plain)
{
    private const double Tolerated = 0.05;

    /// <summary>The intervals overlap, or youth English raises at most five alarms in a hundred more.</summary>
    public bool IsEqual => (Youth.Low <= Plain.High && Plain.Low <= Youth.High) || Youth.Value - Plain.Value <= Tolerated;

    /// <param name="folder">Holds youth-english.jsonl and plain-english.jsonl: harmless messages, never learned from.</param>
    /// <exception cref="InvalidDataException">A line is no labelled message, or one that is not harmless.</exception>
    public static Fairness Of(string folder, Func<MessageText, RiskAssessment> assess) =>
        new(Alarms(Path.Combine(folder, "youth-english.jsonl"), assess), Alarms(Path.Combine(folder, "plain-english.jsonl"), assess));

    public JsonObject Report() => new()
    {
        ["false-alarms"] = new JsonObject { ["youth-english"] = Youth.ToJson(), ["plain-english"] = Plain.ToJson() },
        ["equal"] = IsEqual,
    };

    private static Share Alarms(string path, Func<MessageText, RiskAssessment> assess)
    {
        var messages = ExampleFiles.ReadFile(path).ToList();
        if (messages.Find(one => one.Level > 0) is { } harm) throw new InvalidDataException($"{harm.File}: {harm.Id} is not harmless.");
        return new Share(messages.Count(one => assess(new MessageText(one.Text)).Level >= RiskLevel.Medium), messages.Count);
    }
}
