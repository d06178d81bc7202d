using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.HandoffConsole.Queue;

/// <param name="Hint">What would be here, for when nothing is; null where the group is left out instead.</param>
public sealed record QueueGroup(string Name, string? Hint, IReadOnlyList<CaseRow> Rows)
{
    /// <summary>The board parted by what there is to do. Within a group the board's order stands: it is the order in which to take cases.</summary>
    public static IReadOnlyList<QueueGroup> Of(IReadOnlyList<CaseRow> cases, CaseworkerId me)
    {
        QueueGroup Group(string name, string? hint, Func<CaseRow, bool> belongs) => new(name, hint, [.. cases.Where(belongs)]);
        bool IsMine(CaseRow row) => row.Owner?.Id == me && row.Status is (CaseStatus.Held or CaseStatus.SecondLook);

        QueueGroup[] groups =
        [
            Group("Mine", null, IsMine),
            Group("Waiting", "Nobody is waiting. A new case appears here by itself.", row => row.Status == CaseStatus.Waiting),
            Group("To confirm", null, row => row.Status == CaseStatus.SecondLook && !IsMine(row)),
            Group("Declined – to read", null, row => row.Status == CaseStatus.Declined),
            Group("To look at", null, row => row.Status == CaseStatus.Noticed),
            Group("Held by others", null, row => row.Status == CaseStatus.Held && !IsMine(row)),
        ];
        return [.. groups.Where(group => group.Rows.Count > 0 || group.Hint is not null)];
    }

    /// <summary>High and Immediate cases that nobody has taken: they sound, count in the title and stay marked.</summary>
    public static bool IsUnanswered(CaseRow row) => row.Status == CaseStatus.Waiting && row.Level >= RiskLevel.High;
}
