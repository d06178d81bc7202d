namespace EngagementBot.Conversations.Handoff;

/// <summary>Strict priority with an ageing bound: level first, then a reachable moment, then age. Waiting lifts a lower case, at most to
/// just below level 3: it never passes a 3 or a 4.</summary>
public static class QueueOrder
{
    /// <summary>A case gains one level's worth of place in this time.</summary>
    public static readonly TimeSpan OneLevel = TimeSpan.FromMinutes(20);

    private const double JustBelowHigh = (int)RiskLevel.High - 0.01;

    /// <summary>Cases in the order they should be taken: waiting first, then declines to read, then those to look at, then held.</summary>
    public static IReadOnlyList<CaseRow> Sort(IEnumerable<CaseRow> cases, DateTimeOffset now) =>
        [.. cases
            .OrderBy(row => Group(row.Status))
            .ThenByDescending(row => Place(row, now))
            .ThenByDescending(row => row.Moment is not null)
            .ThenBy(row => row.QueuedAt)
            .ThenBy(row => row.Conversation.Value, StringComparer.Ordinal)];

    /// <summary>The level a case counts as after this wait.</summary>
    public static double Place(CaseRow row, DateTimeOffset now)
    {
        var level = (int)row.Level;
        if (row.Level >= RiskLevel.High) return level;

        var waited = Math.Floor((now - row.QueuedAt) / OneLevel);
        return Math.Min(level + Math.Max(0, waited), JustBelowHigh);
    }

    private static int Group(CaseStatus status) => status switch
    {
        CaseStatus.Waiting => 0,
        CaseStatus.Declined => 1,
        CaseStatus.SecondLook => 2,
        CaseStatus.Noticed => 3,
        CaseStatus.Held => 4,
        CaseStatus.None or CaseStatus.Returned or CaseStatus.Closed => 5,
    };
}
