using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;

namespace EngagementBot.HandoffConsole.Queue;

/// <summary>Remembers which unanswered cases this page has already sounded for: each sounds on arrival and at each alarm.</summary>
public sealed class Unanswered
{
    private HashSet<(ConversationKey, int)>? known;

    /// <summary>True when there is something new to hear. The first look only learns what is there.</summary>
    public bool Sounds(IReadOnlyList<CaseRow> cases)
    {
        var now = cases.Where(QueueGroup.IsUnanswered).Select(row => (row.Conversation, row.Rung)).ToHashSet();
        var isNew = known is not null && !now.IsSubsetOf(known);
        known = now;
        return isNew;
    }
}
