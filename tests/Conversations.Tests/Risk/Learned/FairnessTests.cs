using EngagementBot.Training;

namespace EngagementBot.Conversations.Tests.Risk.Learned;

public class Everyday_youth_English
{
    private static readonly string Folder = SomeRules.RiskFile("fairness");

    [Fact]
    public void Raises_no_more_alarms_than_plain_English()
    {
        var fairness = Fairness.Of(Folder, text => SomeRules.AssessWithModel(text.Words));

        Assert.InRange(fairness.Youth.All, 120, int.MaxValue);
        Assert.InRange(fairness.Plain.All, 120, int.MaxValue);
        Assert.True(fairness.IsEqual, fairness.Report().ToJsonString());
    }

    [Fact]
    public void Is_never_learned_from()
    {
        var learned = ExampleFiles.Read(SomeRules.RiskFile("examples")).Select(example => example.Text).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.DoesNotContain(Directory.GetFiles(Folder, "*.jsonl").SelectMany(ExampleFiles.ReadFile), example => learned.Contains(example.Text));
    }

    [Theory]
    [InlineData(10, 9, true)]
    [InlineData(9, 30, true)]
    [InlineData(30, 10, false)]
    public void Is_held_to_the_same_measure(int youth, int plain, bool equal) =>
        Assert.Equal(equal, new Fairness(new Share(youth, 130), new Share(plain, 130)).IsEqual);
}
