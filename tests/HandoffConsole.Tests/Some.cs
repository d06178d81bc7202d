using static EngagementBot.Conversations.ConversationEvent;

namespace EngagementBot.HandoffConsole.Tests;

/// <summary>Values that do not matter to a test.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
    public static readonly ConversationKey Key = new("4f2kq7m3zt5xw6ahd2nuej4b8c");
    public static readonly Caseworker Ada = new(new CaseworkerId("ada"), "Ada");
    public static readonly Caseworker Sam = new(new CaseworkerId("sam"), "Sam");

    public static CaseRow Row(
        RiskLevel level = RiskLevel.High, CaseStatus status = CaseStatus.Waiting, Caseworker? owner = null, ReachableMoment? moment = null,
        string key = "4f2kq7m3zt5xw6ahd2nuej4b8c", int rung = 0, params RiskCategory[] categories) =>
        new(new ConversationKey(key), 1, status, level, categories, moment, "en", ChannelKind.Web, Now, Now, owner, rung, false);

    public static CaseFile File(RiskLevel level = RiskLevel.High, CaseStatus status = CaseStatus.Waiting, Caseworker? owner = null, Closing? proposed = null) =>
        new(Row(level, status, owner), RiskState.Calm with { Level = level }, new HandoffState(status, Now, owner, Proposed: proposed), []);

    public static CaseFile Held(RiskLevel level = RiskLevel.High) => File(level, CaseStatus.Held, Ada);

    public static YoungPersonWrote Wrote(string words, RiskAssessment? risk = null) => new(null, new MessageText(words), risk ?? RiskAssessment.Nothing, null);

    public static RiskAssessment Found(RiskLevel level, params RiskEvidence[] evidence) =>
        RiskAssessment.Nothing with { Level = level, Evidence = evidence };

    public static LoggedCommit Commit(long sequence, params ConversationEvent[] events) => new(sequence, Now.AddSeconds(sequence), events);

    public static DeedReceipt Receipt(DeedResult result, Caseworker? owner = null) => new(result, owner, 7);
}
