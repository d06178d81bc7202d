using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.HandoffConsole.Queue;

public enum WaitStage { Early, Near, Over }

/// <summary>How long a case may wait before somebody is alarmed; the figure grows heavier on the way.</summary>
public static class WaitTarget
{
    public static TimeSpan Of(CaseRow row) => row.Status == CaseStatus.Declined ? TimeSpan.FromMinutes(30) : row.Level switch
    {
        RiskLevel.Immediate => TimeSpan.FromMinutes(1),
        RiskLevel.High => TimeSpan.FromMinutes(3),
        RiskLevel.Medium => TimeSpan.FromMinutes(30),
        RiskLevel.Low or RiskLevel.None => TimeSpan.FromMinutes(60),
    };

    public static WaitStage Stage(CaseRow row, DateTimeOffset now)
    {
        var share = (now - row.QueuedAt) / Of(row);
        return share >= 1 ? WaitStage.Over : share >= 0.5 ? WaitStage.Near : WaitStage.Early;
    }
}
