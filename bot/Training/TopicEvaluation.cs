using System.Text.Json.Nodes;
using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Training;

/// <summary>A labelled question and the topic found for it.</summary>
public sealed record MatchedQuestion(Question Question, TopicMatch Match)
{
    public bool IsFirst => Match.Topic == Question.Topic;

    public bool IsInThree => Match.FirstThree.Contains(Question.Topic);
}

/// <summary>How well questions find their topics.</summary>
public sealed class TopicEvaluation(IReadOnlyList<MatchedQuestion> matched)
{
    public Share First => Among(_ => true, one => one.IsFirst);

    public Share InThree => Among(_ => true, one => one.IsInThree);

    public Share NotSure => Among(_ => true, one => !one.Match.IsSure);

    public Share SureAndRight => Among(one => one.Match.IsSure, one => one.IsFirst);

    public TopicEvaluation In(string language) => new([.. matched.Where(one => one.Question.Lang == language)]);

    /// <summary>Everything with intervals, and every miss by its id: never by its words.</summary>
    public JsonObject Report() => new()
    {
        ["questions"] = matched.Count,
        ["all"] = Figures(),
        ["languages"] = Languages(),
        ["topics"] = Each(one => one.Question.Topic),
        ["misses"] = new JsonArray([.. matched.Where(one => !one.IsFirst).Select(one => (JsonNode?)new JsonObject
        {
            ["id"] = one.Question.Id,
            ["label"] = one.Question.Topic,
            ["found"] = new JsonArray([.. one.Match.FirstThree.Select(topic => (JsonNode?)topic)]),
            ["score"] = Math.Round(one.Match.Score, 3),
        })]),
    };

    /// <summary>The figures that have a bar, and how honest "sure" is.</summary>
    public JsonObject Figures() => new()
    {
        ["first"] = First.ToJson(),
        ["in-three"] = InThree.ToJson(),
        ["not-sure"] = NotSure.ToJson(),
        ["sure-and-right"] = SureAndRight.ToJson(),
    };

    /// <summary>The figures of each language.</summary>
    public JsonObject Languages() => Each(one => one.Question.Lang);

    private Share Among(Func<MatchedQuestion, bool> all, Func<MatchedQuestion, bool> of) => new(matched.Count(one => all(one) && of(one)), matched.Count(all));

    private JsonObject Each(Func<MatchedQuestion, string> key)
    {
        var each = new JsonObject();
        foreach (var group in matched.GroupBy(key).OrderBy(group => group.Key, StringComparer.Ordinal)) each[group.Key] = new TopicEvaluation([.. group]).Figures();
        return each;
    }
}
