using EngagementBot.HandoffConsole.Queue;

namespace EngagementBot.HandoffConsole.Tests.Queue;

public class A_case_in_the_queue : ConsoleContext
{
    [Fact]
    public void Says_in_one_line_why_it_is_there()
    {
        var row = Row(Some.Row(categories: [RiskCategory.DrugDebt, RiskCategory.FamilyThreat]));

        Assert.Equal("Drug debt, threat to family", row.Find(".row-why").TextContent);
    }

    [Fact]
    public void Names_its_level_moment_channel_and_language()
    {
        var row = Row(Some.Row(RiskLevel.High, moment: ReachableMoment.ArrestedOrReleased));

        var line = row.Find(".row-line").TextContent;
        Assert.Contains("High", line, StringComparison.Ordinal);
        Assert.Contains("arrest or release", line, StringComparison.Ordinal);
        Assert.Contains("web · EN", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RiskLevel.None)]
    [InlineData(RiskLevel.Low)]
    [InlineData(RiskLevel.Medium)]
    [InlineData(RiskLevel.High)]
    public void Wears_no_red_below_Immediate(RiskLevel level)
    {
        var row = Row(Some.Row(level));

        Assert.Empty(row.FindAll(".level-4"));
        Assert.DoesNotContain("is-immediate", row.Find("a").ClassList);
    }

    [Fact]
    public void Shows_a_shape_beside_the_word()
    {
        var shapes = Enum.GetValues<RiskLevel>().Select(level => Row(Some.Row(level)).Find("svg").InnerHtml.Trim()).ToArray();

        Assert.Equal(shapes.Length, shapes.Distinct().Count());
    }

    [Theory]
    [InlineData(80, "early", "1:20")]
    [InlineData(90, "near", "1:30")]
    [InlineData(180, "over", "3:00")]
    public void Grows_heavier_as_a_level_3_nears_its_three_minutes(int seconds, string stage, string shown)
    {
        var row = Row(Some.Row(RiskLevel.High), Some.Now.AddSeconds(seconds));

        var wait = row.Find(".row-wait");
        Assert.Contains($"wait-{stage}", wait.ClassList);
        Assert.Equal(shown, wait.TextContent);
    }

    [Fact]
    public void Counts_from_the_last_words_once_somebody_holds_it()
    {
        var held = Some.Row(status: CaseStatus.Held, owner: Some.Sam) with { HeardAt = Some.Now.AddMinutes(5) };

        var row = Row(held, Some.Now.AddMinutes(6));

        Assert.Equal("1:00", row.Find(".row-wait").TextContent);
        Assert.Contains("Sam", row.Find(".row-name").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RiskLevel.High, CaseStatus.Waiting, true)]
    [InlineData(RiskLevel.Immediate, CaseStatus.Waiting, true)]
    [InlineData(RiskLevel.Medium, CaseStatus.Waiting, false)]
    [InlineData(RiskLevel.High, CaseStatus.Held, false)]
    public void Stays_marked_until_somebody_takes_it(RiskLevel level, CaseStatus status, bool marked)
    {
        var row = Row(Some.Row(level, status, status == CaseStatus.Held ? Some.Sam : null));

        Assert.Equal(marked, row.Find("a").ClassList.Contains("is-unanswered"));
    }

    private IRenderedComponent<QueueRow> Row(CaseRow row, DateTimeOffset? now = null) =>
        Render<QueueRow>(parameters => parameters.Add(one => one.Row, row).Add(one => one.Now, now ?? Some.Now));
}
