using EngagementBot.Conversations.Risk;

namespace EngagementBot.Conversations.Tests.Risk;

public class On_labelled_messages
{
    public static TheoryData<string> MustHold =>
        [.. SomeRules.Labelled.Where(example => example.Tags.Contains("must")).Select(example => example.Id)];

    [Theory, MemberData(nameof(MustHold))]
    public void Journeys_and_minimal_pairs_hold_exactly(string id)
    {
        var example = SomeRules.Labelled.Single(one => one.Id == id);

        var found = SomeRules.Assess(example.Text);

        Assert.Equal((example.Level, example.Speaker), ((int)found.Level, found.Speaker));
        Assert.All(found.Evidence, evidence => Assert.InRange(evidence.Start + evidence.Length, 1, example.Text.Length));
    }

    [Fact]
    public void Journeys_name_what_they_are_about()
    {
        foreach (var journey in SomeRules.Labelled.Where(example => example.Tags.Contains("journey")))
        {
            var found = SomeRules.Assess(journey.Text);
            Assert.True(found.Categories.Contains(journey.Categories[0]), $"{journey.Id} lacks {journey.Categories[0]}");
            Assert.Equal(journey.Speaker is Speaker.Friend or Speaker.Parent or Speaker.Professional, found.Categories.Contains(RiskCategory.ThirdPartyConcern));
        }
    }

    [Fact]
    public void Danger_is_found_and_the_joker_left_alone()
    {
        var tuned = SomeRules.Labelled.Where(example => !example.Tags.Contains("held")).ToList();

        Assert.InRange(Share(tuned, example => example.Level >= 3, level => level >= 3), 0.97, 1);
        Assert.InRange(Share(tuned, example => example.Level == 4, level => level >= 3), 0.99, 1);
        Assert.InRange(Share(tuned, example => example.Level == 4, level => level == 4), 0.85, 1);
        Assert.InRange(Share(tuned, example => example.Level == 0, level => level >= 2), 0, 0.04);
        Assert.InRange(Share(tuned, example => example.Tags.Contains("hard"), level => level >= 3), 0, 0.02);
    }

    /// <summary>Written before any rule was tuned and never tuned on: the figure that says most about new wording.</summary>
    [Fact]
    public void The_held_out_part_does_not_fall_below_what_was_reached()
    {
        var held = SomeRules.Labelled.Where(example => example.Tags.Contains("held")).ToList();

        Assert.InRange(Share(held, example => example.Level >= 3, level => level >= 3), 0.9, 1);
        Assert.InRange(Share(held, example => example.Level == 0, level => level >= 2), 0, 0.04);
    }

    private static double Share(List<Labelled> examples, Func<Labelled, bool> asked, Func<int, bool> met)
    {
        var levels = examples.Where(asked).Select(example => (int)SomeRules.Assess(example.Text).Level).ToList();
        return levels.Count(met) / (double)levels.Count;
    }
}
