using System.Text;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Conversations.Tests.Risk;

public class When_a_disclosure_is_disguised
{
    private static readonly string[] Disclosures =
    [
        "they said i owe 2 grand and they know where my sister goes school",
        "i carry a knife because they threatened me",
        "they want me to plug drugs before the train",
        "im going to kill myself tonight",
        "they wont let me leave the house",
        "got stabbed and im bleeding",
    ];

    public static TheoryData<string, string> Disguises
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var text in Disclosures)
            {
                data.Add(text, text.ToUpperInvariant());
                data.Add(text, string.Join('\u200B', text.AsEnumerable()));
                data.Add(text, text.Replace('a', 'а').Replace('e', 'е'));
                data.Add(text, text.Normalize(NormalizationForm.FormD).Replace("o", "o\u0301"));
                data.Add(text, "  " + text.Replace(" ", "   ") + "!!!");
                data.Add(text, text + " 😭😭");
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Disguises))]
    public void The_level_does_not_move(string plain, string disguised) =>
        Assert.Equal(SomeRules.Assess(plain).Level, SomeRules.Assess(disguised).Level);

    [Theory]
    [InlineData("i carry a knife just in case", "i carry a knfie just in case")]
    [InlineData("i carry a shank just in case", "i carry a sh4nk just in case")]
    [InlineData("i carry a shank just in case", "i carry a s h a n k just in case")]
    [InlineData("i carry a knife just in case", "i carry a kniiiiife just in case")]
    [InlineData("i carry a shank just in case", "i carry a shnk just in case")]
    [InlineData("i carry a knife just in case", "i carry a 🔪 just in case")]
    [InlineData("they threatened me", "they threatend me")]
    [InlineData("im in hospital someone stabbed me", "im in hosp someone stabd me")]
    [InlineData("they know where i live", "theyknow where ilive")]
    [InlineData("been stabbed", "been st@bbed")]
    [InlineData("they said they will kill me", "dey sed dey will k1ll me")]
    [InlineData("kill me is what they want to do tonight", "k i l l me is what they want to do tonight")]
    public void A_slip_or_a_trick_of_spelling_changes_nothing(string plain, string typed) =>
        Assert.Equal(SomeRules.Assess(plain).Level, SomeRules.Assess(typed).Level);

    [Theory]
    [InlineData("i got a knife on me and im going to meet them")]
    [InlineData("they are outside my house with knives")]
    [InlineData("they made me plug it")]
    public void Laughing_about_it_lowers_nothing(string text) =>
        Assert.Equal(SomeRules.Assess(text).Level, SomeRules.Assess(text + " lol jk").Level);

    [Fact]
    public void Evidence_points_at_the_words_as_they_were_written()
    {
        const string text = "😂😂 ok so… 🏠 they KNOW where my sister goes SCHOOL 😭";

        var found = SomeRules.Assess(text);

        Assert.Equal(RiskLevel.High, found.Level);
        Assert.Contains(found.Evidence, one => text.Substring(one.Start, one.Length) == "they KNOW where my sister goes SCHOOL" || text.Substring(one.Start, one.Length).StartsWith("KNOW where", StringComparison.Ordinal));
    }
}
