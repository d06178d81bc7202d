using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Tests.Dialogs;

namespace EngagementBot.Conversations.Tests.Risk;

public class When_a_picture_or_half_of_one_stands_between_two_words
{
    [Theory]
    [InlineData("i want to kill{0} myself")]
    [InlineData("they have a knife at my {0}throat now")]
    [InlineData("they said i owe{0} 2 grand and they know where{0} my sister goes school")]
    public void The_level_is_what_it_would_be_without(string text)
    {
        var plain = Level(text.Replace("{0}", "", StringComparison.Ordinal));
        Assert.True(plain >= RiskLevel.High);

        foreach (var picture in new[] { "\uFFFD", "\uD83D", "🙏", "🖤🖤🖤🖤🖤🖤🖤" })
            Assert.Equal(plain, Level(text.Replace("{0}", picture, StringComparison.Ordinal)));
    }

    private static RiskLevel Level(string text) => RiskScreen.Assess(new MessageText(text), RiskState.Calm, RealDialogs.Whole.Risk).Level;
}
