using EngagementBot.Transcripts;
using EngagementBot.Transcripts.Checks;

namespace EngagementBot.Conversations.Tests.Transcripts;

public class A_clause_about_what_the_bot_said
{
    [Theory]
    [InlineData("one question only", "It's hard. Is there an adult you trust?", "Is there? Is it?")]
    [InlineData("one question only", "You could say \"Can we talk?\" Is that OK?", "You could say \"Can we talk?\"")]
    [InlineData("at most one question", "No question.", "One? Two?")]
    [InlineData("ask a question", "Are you OK?", "You could say \"Can we talk?\"")]
    [InlineData("emergency advice before any question", "Ring 999. Are you OK?", "Are you OK? Ring 999.")]
    [InlineData("emergency advice before any question", "Ring 999.", "Ring them.")]
    [InlineData("repeat itself", "Hello.|Hello.", "Hello.|Hi.|Hello.")]
    [InlineData("link", "See bespaceaware.co.uk for more.", "It's fine. Nothing to press.")]
    [InlineData("link", "https://example", "no link at all")]
    [InlineData("promise secrecy", "Nobody will know.", "We keep this private unless someone may be hurt.")]
    [InlineData("promise an outcome", "I promise it.", "I can't promise what they do.")]
    [InlineData("say that somebody is coming", "Someone will be with you.", "I'll tell you when someone is here.")]
    [InlineData("say that somebody is coming", "Help soon.", "Write sooner if you can.")]
    [InlineData("blame", "This is your fault.", "This is not your fault. It isn't your fault.")]
    [InlineData("blame", "You should have told us.", "You shouldn't have to carry this.")]
    [InlineData("advise to pay", "Just pay them.", "Please don't pay or meet anyone. I can't say whether to pay it.")]
    [InlineData("ring them", "We'll ring you back.", "We won't ring you. Ring 999.")]
    [InlineData("tell them off", "That is illegal.", "That is a known trick.")]
    [InlineData("promise no trouble", "You won't get in trouble.", "You are not in trouble with us.")]
    [InlineData("at most 10 characters each", "Short.|Short.", "Short.|Much too long.")]
    [InlineData("the first reply at most 10 characters", "Short.|Much too long.", "Much too long.|Short.")]
    [InlineData("at most 1 replies", "One.", "One.|Two.")]
    [InlineData("at least 2 quoted lines", "Say \"no\" or \"later\".", "Say \"no\".")]
    [InlineData("reading age at most 9", "It's hard when friends change. You can come back.", "Considerable organisational complexity necessitates interdisciplinary safeguarding collaboration.")]
    [InlineData("mention drug*", "No drugs here", "No dragons here")]
    [InlineData("mention drug", "A drug.", "Drugs.")]
    [InlineData("mention 999", "Ring 999.", "Ring 0999.")]
    [InlineData("mention \"you're here\"", "Now you’re  here.", "Now you are here.")]
    [InlineData("mention bait or trick", "It's a trick.", "It's a job.")]
    [InlineData("mention in order DSL, police", "Your DSL, then the police.", "The police, then your DSL.")]
    [InlineData("mention in order DSL, police", "DSL. Police.", "DSL.")]
    [InlineData("ask who", "Who gave it to you?", "Tell someone who can help. OK?")]
    [InlineData("ask who", "Write who it was.", "Someone who helps is there.")]
    public void Holds_for_the_one_and_not_for_the_other(string clause, string holds, string fails)
    {
        var check = Assert.Single(ClauseReader.Read(clause)!);

        Assert.True(check.Holds(Words(holds)), $"'{clause}' should hold for: {holds}");
        Assert.False(check.Holds(Words(fails)), $"'{clause}' should not hold for: {fails}");
    }

    [Fact]
    public void Of_several_terms_is_as_many_checks()
    {
        var checks = ClauseReader.Read("mention drugs, \"county lines\", gang* or crew")!;

        Assert.Equal(["mention drugs", "mention county lines", "mention gang* or crew"], checks.Select(check => check.Name));
    }

    [Theory]
    [InlineData("offer a person", "Talk to a person", "Not now")]
    public void Looks_at_the_choices(string clause, string holds, string fails)
    {
        var check = Assert.Single(ClauseReader.Read(clause)!);

        Assert.True(check.Holds([new Said(Said.Bot, "some-text", "Hello.", [holds])]));
        Assert.False(check.Holds([new Said(Said.Bot, "some-text", "Hello.", [fails])]));
    }

    [Fact]
    public void Knows_the_emergency_card()
    {
        var check = Assert.Single(ClauseReader.Read("show the emergency card")!);

        Assert.True(check.Holds([new Said(Said.Bot, "emergency-card", "Ring 999.", [], IsEmergencyCard: true)]));
        Assert.False(check.Holds(Words("Ring 999.")));
    }

    [Theory]
    [InlineData("be kind")]
    [InlineData("mentions")]
    [InlineData("mention ,")]
    [InlineData("mention \"open")]
    [InlineData("at most many characters each")]
    [InlineData("mention in order DSL")]
    [InlineData("one question only please")]
    [InlineData("")]
    public void That_is_not_known_is_no_clause(string clause) => Assert.Null(ClauseReader.Read(clause));

    private static IReadOnlyList<Said> Words(string replies) => [.. replies.Split('|').Select(text => new Said(Said.Bot, "some-text", text, []))];
}
