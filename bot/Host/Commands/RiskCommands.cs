using System.Text.Json;
using System.Text.Json.Nodes;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Host.Start;

namespace EngagementBot.Host.Commands;

internal static class RiskCommands
{
    public static LineRunner Score()
    {
        var rules = Rules();
        return new LineRunner(request => Score(Assess(BadLine.Text(request, "text"), RiskState.Calm, rules)));
    }

    public static LineRunner Replay()
    {
        var rules = Rules();
        return new LineRunner(request => Replay(Messages(request), rules));
    }

    private static RiskRules Rules() => BookFolder.Read(BookFolder.Beside(AppContext.BaseDirectory)).Risk;

    private static JsonObject Score(RiskAssessment found) => new()
    {
        ["level"] = (int)found.Level,
        ["categories"] = new JsonArray([.. found.Categories.Select(category => (JsonNode?)Name(category))]),
        ["moment"] = found.Moment is { } moment ? Name(moment) : null,
        ["speaker"] = Name(found.Speaker),
        ["score"] = Math.Round(found.Score, 4),
        ["evidence"] = new JsonArray([.. found.Evidence.Select(span => (JsonNode?)new JsonObject
        {
            ["start"] = span.Start,
            ["length"] = span.Length,
            ["category"] = Name(span.Category),
        })]),
    };

    // The conversation's level decides the handoff: lower signals may add up to it.
    private static JsonObject Replay(List<string> messages, RiskRules rules)
    {
        var state = RiskState.Calm;
        var levels = new JsonArray();
        int? handoffAt = null;
        for (var at = 0; at < messages.Count; at++)
        {
            var found = Assess(messages[at], state, rules);
            state = state.After(found);
            levels.Add((int)state.Level);
            if (handoffAt is null && state.Level >= RiskLevel.High) handoffAt = at;
        }

        return new JsonObject { ["levels"] = levels, ["handoff_at"] = handoffAt, ["final_level"] = (int)state.Level };
    }

    private static RiskAssessment Assess(string text, RiskState before, RiskRules rules) =>
        RiskScreen.Assess(new MessageText(text), before, rules);

    private static List<string> Messages(JsonObject request) =>
        request["messages"] is JsonArray messages
            ? [.. messages.Select(message => message is JsonObject one ? BadLine.Text(one, "text") : throw new BadLine("a message is not an object"))]
            : throw new BadLine("\"messages\" is missing or is not a list");

    private static JsonNode? Name<T>(T value) where T : struct, Enum => JsonSerializer.SerializeToNode(value);
}

internal static class TopicCommands
{
    public static LineRunner Match()
    {
        var topics = BookFolder.Read(BookFolder.Beside(AppContext.BaseDirectory)).Dialogs.Topics;
        return new LineRunner(request =>
        {
            var match = topics.Match(BadLine.Text(request, "text"), Languages.English);
            return new JsonObject
            {
                ["topic"] = match.Topic,
                ["score"] = Math.Round(match.Score, 4),
                ["alternatives"] = new JsonArray([.. match.Alternatives.Select(other => (JsonNode?)new JsonObject
                {
                    ["topic"] = other.Topic,
                    ["score"] = Math.Round(other.Score, 4),
                })]),
            };
        });
    }
}
