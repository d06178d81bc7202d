using EngagementBot.HandoffConsole.Queue;

namespace EngagementBot.HandoffConsole.Tests.Queue;

public class The_queue : ConsoleContext
{
    private const string First = "aaaa", Second = "bbbb", Third = "cccc";

    [Fact]
    public void Keeps_the_order_of_the_board()
    {
        Shows(Some.Row(RiskLevel.Low, key: Second), Some.Row(RiskLevel.Immediate, key: First), Some.Row(RiskLevel.High, key: Third));

        var pane = Render<QueuePane>();

        Assert.Equal(["/case/bbbb", "/case/aaaa", "/case/cccc"], pane.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Parts_what_is_mine_from_what_waits_and_what_others_hold()
    {
        Shows(
            Some.Row(key: First),
            Some.Row(status: CaseStatus.Held, owner: Some.Ada, key: Second),
            Some.Row(status: CaseStatus.Held, owner: Some.Sam, key: Third),
            Some.Row(status: CaseStatus.Declined, key: "dddd"),
            Some.Row(RiskLevel.Medium, CaseStatus.Noticed, key: "eeee"),
            Some.Row(RiskLevel.Immediate, CaseStatus.SecondLook, Some.Sam, key: "ffff"));

        var pane = Render<QueuePane>();

        Assert.Equal(
            ["Mine: bbbb", "Waiting: aaaa", "To confirm: ffff", "Declined – to read: dddd", "To look at: eeee", "Held by others: cccc"],
            pane.FindAll("ul ul").Select(group => $"{group.GetAttribute("aria-label")}: {group.QuerySelector("a")!.GetAttribute("href")![6..]}"));
    }

    [Fact]
    public void Draws_a_line_where_a_new_level_begins()
    {
        Shows(Some.Row(RiskLevel.High, key: First), Some.Row(RiskLevel.High, key: Second), Some.Row(RiskLevel.Low, key: Third));

        var pane = Render<QueuePane>();

        Assert.Equal(["/case/cccc"], pane.FindAll(".starts-level").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Shows_a_new_case_by_itself()
    {
        Shows();
        var pane = Render<QueuePane>();
        Assert.Contains("Nobody is waiting", pane.Markup, StringComparison.Ordinal);

        Shows(Some.Row());

        pane.WaitForElement("a.row");
    }

    [Fact]
    public void Counts_each_second()
    {
        Shows(Some.Row());
        var pane = Render<QueuePane>();
        Assert.Equal("0:00", pane.Find(".row-wait").TextContent);

        Clock.Advance(TimeSpan.FromSeconds(1));

        pane.WaitForAssertion(() => Assert.Equal("0:01", pane.Find(".row-wait").TextContent));
    }
}

public class While_cases_of_level_3_or_4_wait
{
    [Fact]
    public void Each_arrival_and_each_alarm_sounds_once()
    {
        var unanswered = new Unanswered();
        var (one, alarmed, other) = (Some.Row(key: "aaaa"), Some.Row(key: "aaaa", rung: 1), Some.Row(RiskLevel.Immediate, key: "bbbb"));

        Assert.False(unanswered.Sounds([one]));
        Assert.False(unanswered.Sounds([one]));
        Assert.True(unanswered.Sounds([one, other]));
        Assert.True(unanswered.Sounds([alarmed, other]));
        Assert.False(unanswered.Sounds([alarmed]));
    }

    [Fact]
    public void Lower_levels_stay_silent()
    {
        var unanswered = new Unanswered();
        unanswered.Sounds([]);

        Assert.False(unanswered.Sounds([Some.Row(RiskLevel.Medium), Some.Row(RiskLevel.Low, key: "bbbb")]));
    }
}
