using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Tests.Dialogs;

public class Questions_nobody_gave_as_examples
{
    private static readonly List<(string Topic, string Text, TopicMatch Match)> Matched =
        [.. HeldOutQuestions.All.Select(question => (question.Topic, question.Text, RealDialogs.Book.Topics.Match(question.Text, "en")))];

    [Fact]
    public void Find_their_topic_first_in_88_of_100()
    {
        var missed = Matched.Where(question => question.Match.Topic != question.Topic).ToList();

        Assert.True(missed.Count <= Matched.Count * 0.12, Report(missed));
    }

    [Fact]
    public void Find_their_topic_among_the_first_three_in_96_of_100()
    {
        var missed = Matched.Where(question => !FirstThree(question.Match).Contains(question.Topic)).ToList();

        Assert.True(missed.Count <= Matched.Count * 0.04, Report(missed));
    }

    private static IEnumerable<string> FirstThree(TopicMatch match) =>
        match.Alternatives.Take(2).Select(other => other.Topic).Prepend(match.Topic);

    private static string Report(List<(string Topic, string Text, TopicMatch Match)> missed) =>
        $"{missed.Count} of {Matched.Count} missed:\n" + string.Join('\n', missed.Select(question =>
            $"{question.Topic} | {question.Text} | {question.Match.Topic} {question.Match.Score:0.00} | {string.Join(", ", question.Match.Alternatives.Take(2).Select(other => $"{other.Topic} {other.Score:0.00}"))}"));
}
