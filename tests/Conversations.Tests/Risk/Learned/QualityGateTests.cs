using System.Text.Json.Nodes;
using EngagementBot.Conversations.Risk;
using EngagementBot.Training;

namespace EngagementBot.Conversations.Tests.Risk.Learned;

public class The_frozen_split
{
    private static readonly string Split = SomeRules.RiskFile("examples", ExampleFiles.TestSplit);

    private static readonly JsonObject Committed = JsonNode.Parse(File.ReadAllText(SomeRules.RiskFile("figures.json")))!.AsObject();

    [Fact]
    public void Is_the_one_the_figures_were_measured_on() =>
        Assert.Equal((string?)Committed["test_split_sha256"], Figures.Hash(Split));

    [Fact]
    public void Is_read_no_worse_than_by_the_last_released_model()
    {
        var judged = ExampleFiles.ReadFile(Split).Select(example => new Judged(example, SomeRules.AssessWithModel(example.Text))).ToList();

        Assert.Empty(Figures.Fallen(Committed["bars"]!.AsObject(), new Evaluation(judged).Bars()));
    }
}

public class When_a_figure_changes
{
    [Theory]
    [InlineData("recall-3", 0.95, 0.94)]
    [InlineData("precision-3", 0.8, 0.79)]
    [InlineData("zero-raised-to-2", 0.04, 0.05)]
    [InlineData("hard-negatives-raised-to-3", 0.02, 0.03)]
    public void Worse_is_told_from_better(string name, double better, double worse)
    {
        Assert.Single(Figures.Fallen(Shares(name, better), Shares(name, worse)));
        Assert.Empty(Figures.Fallen(Shares(name, worse), Shares(name, better)));
        Assert.Empty(Figures.Fallen(Shares(name, better), Shares(name, better)));
    }

    [Theory]
    [InlineData(0.9629, 0)]
    [InlineData(0.9500, 1)]
    public void A_ranking_may_wander_in_its_last_digit_only(double now, int fallen) =>
        Assert.Equal(fallen, Figures.Fallen(new JsonObject { ["ranking-3"] = 0.9631 }, new JsonObject { ["ranking-3"] = now }).Count);

    private static JsonObject Shares(string name, double value) => new() { [name] = new JsonObject { ["value"] = value } };
}

public class The_labelled_messages
{
    private const double Most = 0.02;

    [Fact]
    public void Are_hardly_ever_the_same_message_twice()
    {
        var texts = Directory.GetFiles(SomeRules.RiskFile("examples"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(ExampleFiles.ReadFile).Select(example => example.Text).ToList();

        var again = Likeness.Pairs(texts, Likeness.NearDuplicate).Select(pair => pair.Other).Distinct().Count();

        Assert.True(again < Most * texts.Count, $"{again} of {texts.Count} messages ({100.0 * again / texts.Count:0.0} %) say again what an earlier one says.");
    }

    [Fact]
    public void Of_the_frozen_split_are_hardly_ever_among_those_learned_from()
    {
        var learned = ExampleFiles.Read(SomeRules.RiskFile("examples")).Select(example => example.Text).ToList();
        var split = ExampleFiles.ReadFile(SomeRules.RiskFile("examples", ExampleFiles.TestSplit)).Select(example => example.Text).ToList();

        var leaked = Likeness.Pairs([.. learned, .. split], Likeness.NearDuplicate).Where(pair => pair.One < learned.Count && pair.Other >= learned.Count).Select(pair => pair.Other).Distinct().Count();

        Assert.True(leaked < Most * split.Count, $"{leaked} of {split.Count} messages of the split ({100.0 * leaked / split.Count:0.0} %) are near duplicates of learned ones.");
    }
}
