using EngagementBot.HandoffConsole.Layout;

namespace EngagementBot.HandoffConsole.Tests.Layout;

public class When_nothing_was_read_for_six_seconds : ConsoleContext
{
    [Fact]
    public void The_page_says_that_it_is_not_live_until_something_is_read()
    {
        Shows();
        var bar = Render<QueueLive>();
        Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Empty(bar.FindAll(".not-live"));

        Clock.Advance(TimeSpan.FromSeconds(1));
        bar.WaitForElement(".not-live");

        Shows();
        bar.WaitForAssertion(() => Assert.Empty(bar.FindAll(".not-live")));
    }

    [Fact]
    public void A_page_that_never_saw_a_queue_says_so_too()
    {
        var bar = Render<QueueLive>();
        Assert.Empty(bar.FindAll(".not-live"));

        Clock.Advance(TimeSpan.FromSeconds(3));

        bar.WaitForElement(".not-live");
    }
}

public class The_colours
{
    private static readonly string[] Emergencies = ["immediate", "level-4", "card"];

    [Fact]
    public void Keep_red_for_emergency_alone()
    {
        var red =
            from file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "styles"), "*.css", SearchOption.AllDirectories)
            from rule in File.ReadAllLines(file)
            where rule.Contains("var(--emergency", StringComparison.Ordinal)
            select rule;

        Assert.NotEmpty(red);
        Assert.All(red, rule => Assert.Contains(Emergencies, emergency => rule.Split('{')[0].Contains(emergency, StringComparison.Ordinal)));
    }
}
