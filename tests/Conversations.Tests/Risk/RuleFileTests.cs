using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Conversations.Tests.Risk;

public class When_a_rule_file_is_broken
{
    private const string Sound = """
        rules:
          - name: test-rule
            owner: safeguarding lead
            language: en
            region: England
            review_by: 2027-01-01
            source: a test
            category: weapon
            severity: 2
            immediacy: ongoing
            match:
              - flumpet
            fires:
              - a flumpet
            does_not_fire:
              - a trumpet
        """;

    [Fact]
    public void A_sound_one_loads() => Assert.True(Read(Sound).Count > SomeRules.Shipped.Count);

    [Theory]
    [InlineData("category: weapon", "category: wepon", "wepon")]
    [InlineData("    owner: safeguarding lead\n", "", "owner")]
    [InlineData("    fires:\n      - a flumpet\n", "", "fires")]
    [InlineData("      - a trumpet", "      - a second flumpet", "should not fire")]
    [InlineData("      - a flumpet", "      - a kettle", "should fire")]
    [InlineData("      - flumpet\n", "      - <nobody-knows>\n", "nobody-knows")]
    [InlineData("      - flumpet\n", "      - (flumpet\n", "lacks a ')'")]
    [InlineData("severity: 2", "severity: 7", "0 to 4")]
    [InlineData("immediacy: ongoing", "immediacy: soonish", "soonish")]
    [InlineData("rules:", "rules: [", "YAML")]
    public void The_fault_says_where_and_what(string sound, string broken, string said)
    {
        var fault = Assert.Throws<DialogFault>(() => Read(Sound.Replace(sound, broken, StringComparison.Ordinal)));

        Assert.StartsWith("broken.yaml:", fault.Message);
        Assert.Contains(said, fault.Message);
    }

    private static RiskRules Read(string text) => RiskRules.Read([.. SomeRules.Files, ("broken.yaml", text)]);
}

public class In_a_conversation_already_raised
{
    [Fact]
    public void Words_that_say_nothing_alone_gain_weight()
    {
        var raised = RiskState.Calm with { Level = RiskLevel.High };
        var text = new MessageText("he rang again");

        Assert.Equal(RiskLevel.None, RiskScreen.Assess(text, RiskState.Calm, SomeRules.Shipped).Level);
        Assert.Equal(RiskLevel.Medium, RiskScreen.Assess(text, raised, SomeRules.Shipped).Level);
    }

    [Fact]
    public void Gifts_then_holding_then_owing_add_up()
    {
        string[] messages = ["an older boy bought me trainers", "i hold some stuff for him sometimes", "i owe him for some weed"];

        var state = messages.Aggregate(RiskState.Calm, (before, text) => before.After(RiskScreen.Assess(new MessageText(text), before, SomeRules.Shipped)));

        Assert.Equal(RiskLevel.High, state.Level);
    }
}
