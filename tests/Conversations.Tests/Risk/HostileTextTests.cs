using System.Text;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Conversations.Tests.Risk;

public class Whatever_arrives
{
    [Fact]
    public void The_screen_answers_with_evidence_inside_the_text()
    {
        var chance = new Random(20261123);
        string[] pieces = ["they", "kill", "me", "i", "owe", "😂", "\u200D", "\uD83D", "\u0301", ".", "\n", "5", "£", "*", "'", "$", "ﷺ", "owe", "дом", "家", "tonight", "house", " "];
        for (var round = 0; round < 20_000; round++)
        {
            var text = Text(chance, pieces);
            var found = SomeRules.Assess(text);
            Assert.All(found.Evidence, one => Assert.True(one.Start >= 0 && one.Length > 0 && one.Start + one.Length <= text.Length));
            Assert.True(found.Level == RiskLevel.None || found.Evidence.Count > 0);
        }
    }

    [Fact]
    public void The_rules_read_a_hundred_thousand_texts_that_nobody_would_write() => Read(100_000, new SomeText(1), SomeRules.Assess);

    [Fact]
    public void The_whole_screen_reads_them_with_its_model() => Read(2_000, new SomeText(2), SomeRules.AssessWithModel);

    private static void Read(int howMany, SomeText some, Func<string, RiskAssessment> assess)
    {
        for (var round = 0; round < howMany; round++)
        {
            var text = some.Next();
            var found = assess(text);
            if (found.Evidence.Any(one => one.Start < 0 || one.Length <= 0 || one.Start + one.Length > text.Length)) Assert.Fail($"Text {round}: evidence lies outside it.");
            if (found.Score is not (>= 0 and <= 1)) Assert.Fail($"Text {round}: its score is {found.Score}.");
        }
    }

    [Theory]
    [InlineData("a ")]
    [InlineData("they said i owe them and they know where i live ")]
    [InlineData("😂")]
    [InlineData("kkkkkkkkkkqzx")]
    [InlineData("* * ** ")]
    public void Four_thousand_characters_of_the_same_are_read(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, MessageText.MaxLength / piece.Length));

        Assert.InRange((int)SomeRules.Assess(text).Level, 0, 4);
    }

    private static string Text(Random chance, string[] pieces)
    {
        var text = new StringBuilder();
        for (var count = chance.Next(1, 25); count > 0; count--)
            _ = chance.Next(3) == 0
                ? text.Append((char)chance.Next(1, 0xFFFF))
                : text.Append(pieces[chance.Next(pieces.Length)]).Append(chance.Next(3) == 0 ? "" : " ");
        return text.ToString();
    }
}

public class What_nobody_here_can_read
{
    [Theory]
    [InlineData("Oni chcą mnie zabić, proszę pomóż mi")]
    [InlineData("они хотят меня убить")]
    [InlineData("necesito ayuda por favor tengo mucho miedo")]
    [InlineData("https://example.org/abc")]
    [InlineData("asdfghjkl")]
    [InlineData("waxaan u baahanahay caawimaad")]
    public void Is_marked_for_a_person_to_look_at(string text)
    {
        var found = SomeRules.Assess(text);

        Assert.True(found.Unreadable);
        Assert.NotEqual(RiskLevel.None, found.Level);
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("yo")]
    [InlineData("wagwan")]
    [InlineData("asdf testing")]
    [InlineData("👍")]
    [InlineData("😂😂😂")]
    [InlineData("Terry")]
    [InlineData("shwmae, sut wyt ti?")]
    [InlineData("dwi'n iawn diolch")]
    [InlineData("bare peng innit")]
    [InlineData("wuu2 wys")]
    [InlineData("k")]
    [InlineData("123")]
    public void Is_not_short_chat_slang_names_or_Welsh(string text)
    {
        var found = SomeRules.Assess(text);

        Assert.False(found.Unreadable);
        Assert.Equal(RiskLevel.None, found.Level);
    }
}
