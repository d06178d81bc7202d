using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Transcripts;

/// <summary>One thing a "level:" line says about the newest message, beside the level itself.</summary>
public sealed record LevelClause(string Written, Func<RiskAssessment, bool> Holds)
{
    public static LevelClause? Read(string written)
    {
        if (written == "unreadable") return new(written, risk => risk.Unreadable);
        if (written.StartsWith("speaker ", StringComparison.Ordinal))
            return Names.Of<Speaker>(written["speaker ".Length..]) is { } speaker ? new(written, risk => risk.Speaker == speaker) : null;
        if (written.StartsWith("moment ", StringComparison.Ordinal))
            return Names.Of<ReachableMoment>(written["moment ".Length..]) is { } moment ? new(written, risk => risk.Moment == moment) : null;

        return Names.Of<RiskCategory>(written) is { } category ? new(written, risk => risk.Categories.Contains(category)) : null;
    }
}

/// <summary>One thing a "queue:" line says about the case.</summary>
public sealed record QueueClause(string Written, Func<CaseRow?, DateTimeOffset, bool> Holds)
{
    private static readonly Dictionary<string, Func<CaseRow, bool>> States = new()
    {
        ["offered"] = row => row is { Status: CaseStatus.Waiting, Rung: 0 },
        ["escalated"] = row => row is { Status: CaseStatus.Waiting, Rung: > 0 },
        ["escalated twice"] = row => row is { Status: CaseStatus.Waiting, Rung: 2 },
        ["waiting"] = row => row.Status is CaseStatus.Waiting,
        ["nobody has taken it"] = row => row.Owner is null,
        ["noticed"] = row => row.Status is CaseStatus.Noticed,
        ["declined"] = row => row.Status is CaseStatus.Declined,
        ["for a person to read"] = row => row.IsOpen,
        ["second look"] = row => row.Status is CaseStatus.SecondLook,
        ["returned"] = row => row.Status is CaseStatus.Returned,
        ["closed"] = row => row.Status is CaseStatus.Closed,
        ["open"] = row => row.IsOpen,
        ["gone quiet"] = row => row.Quiet,
        ["not quiet"] = row => !row.Quiet,
    };

    public static QueueClause? Read(string written) => written switch
    {
        "empty" => new(written, (row, _) => row is null),
        _ when States.TryGetValue(written, out var state) => About(written, state),
        _ when Rest(written, "held by ") is { } alias => About(written, row => row.Status is CaseStatus.Held && row.Owner?.Alias == alias),
        _ when Rest(written, "level ") is { } level => Names.Level(level) is { } at ? About(written, row => row.Level == at) : null,
        _ when Rest(written, "moment ") is { } name => Names.Of<ReachableMoment>(name) is { } moment ? About(written, row => row.Moment == moment) : null,
        _ when Rest(written, "waiting since ") is { } age => Names.Time(age) is { } time ? new(written, (row, now) => row is not null && now - row.QueuedAt == time) : null,
        _ => Names.Of<RiskCategory>(written) is { } category ? About(written, row => row.Categories.Contains(category)) : null,
    };

    private static QueueClause About(string written, Func<CaseRow, bool> holds) => new(written, (row, _) => row is not null && holds(row));

    private static string? Rest(string written, string start) =>
        written.StartsWith(start, StringComparison.Ordinal) ? written[start.Length..] : null;
}
