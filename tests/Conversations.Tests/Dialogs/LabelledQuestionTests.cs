using System.Text.Json;
using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Tests.Dialogs;

/// <summary>Labelled questions kept from training: what dialogs/topics/figures.json says of them is held.</summary>
public class Questions_kept_from_training
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static readonly Dictionary<string, Figures> Committed =
        JsonSerializer.Deserialize<Dictionary<string, Figures>>(File.ReadAllText(RealDialogs.At("topics", "figures.json")), Json)!;

    private static readonly List<(Question Question, TopicMatch Match)> Matched =
        [.. File.ReadLines(RealDialogs.At("topics", "examples", "test-split.jsonl"))
            .Select(line => JsonSerializer.Deserialize<Question>(line, Json)!)
            .Select(question => (question, RealDialogs.Book.Topics.Match(question.Text, question.Lang)))];

    public static TheoryData<string> Languages => ["en", "cy"];

    [Theory, MemberData(nameof(Languages))]
    public void Find_their_topic_as_often_as_was_reached(string language) =>
        Assert.InRange(Share(language, one => one.Match.Topic == one.Question.Topic), Committed[language].First, 1);

    [Theory, MemberData(nameof(Languages))]
    public void Find_it_among_the_first_three_as_often_as_was_reached(string language) =>
        Assert.InRange(Share(language, one => one.Match.FirstThree.Contains(one.Question.Topic)), Committed[language].InThree, 1);

    [Theory, MemberData(nameof(Languages))]
    public void Are_answered_for_sure_only_where_that_is_as_often_right(string language)
    {
        var sure = Matched.Where(one => one.Question.Lang == language && one.Match.IsSure).ToList();

        Assert.InRange(sure.Count(one => one.Match.Topic == one.Question.Topic) / (double)sure.Count, Committed[language].SureAndRight, 1);
    }

    [Fact]
    public void Carry_probabilities_that_mean_what_they_say()
    {
        var said = Matched.Average(one => one.Match.Score);
        var right = Matched.Count(one => one.Match.Topic == one.Question.Topic) / (double)Matched.Count;

        Assert.InRange(said - right, -0.08, 0.08);
    }

    private static double Share(string language, Func<(Question Question, TopicMatch Match), bool> holds)
    {
        var own = Matched.Where(one => one.Question.Lang == language).ToList();
        return own.Count(holds) / (double)own.Count;
    }

    private sealed record Question(string Text, string Lang, string Topic);

    private sealed record Figures(double First, double InThree, double SureAndRight);
}
