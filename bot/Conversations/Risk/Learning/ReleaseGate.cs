namespace EngagementBot.Conversations.Risk.Learning;

/// <summary>One released example as the model in use and the one that would replace it find it.</summary>
/// <param name="Label">What people say it is.</param>
public sealed record ReleasedExample(string Id, RiskLevel Label, RiskLevel Old, RiskLevel New);

/// <summary>A new model ships only if no released example of level 3 or 4 drops.</summary>
public static class ReleaseGate
{
    /// <summary>The examples that stand in the way, gravest first. A level found above the label may come down to the label; below it, or
    /// further below it than before, is a drop.</summary>
    public static IReadOnlyList<ReleasedExample> Dropped(IEnumerable<ReleasedExample> examples) =>
    [
        .. examples.Where(HasDropped)
            .OrderByDescending(example => example.Label).ThenBy(example => example.New).ThenBy(example => example.Id, StringComparer.Ordinal),
    ];

    private static bool HasDropped(ReleasedExample example) =>
        example.Label >= RiskLevel.High && example.New < example.Old && example.New < example.Label;
}
