using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Handoff;

/// <summary>The one card that may interrupt anybody. Shown for a message's own level 4 or danger that is now, not for the level the
/// conversation once had, and not again within ten minutes unless a new danger appears.</summary>
public static class EmergencyCard
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public static bool IsDue(TurnSoFar turn, RiskAssessment risk)
    {
        if (!risk.CallsForEmergencyCard) return false;
        if (!WasJustShown(turn)) return true;

        return risk.Categories.Any(category => !turn.Before.CardShownFor.Contains(category));
    }

    /// <summary>The danger it was shown for is likely not over yet.</summary>
    public static bool WasJustShown(TurnSoFar turn) => turn.Before.CardShownAt is { } shownAt && turn.Now - shownAt < Pause;

    public static TurnSoFar Show(TurnSoFar turn)
    {
        var card = turn.Word(HandoffTexts.EmergencyCard, ("people", PeopleLine(turn)));
        return turn.Say([card with { Kind = UtteranceKind.EmergencyCard }]);
    }

    private static string PeopleLine(TurnSoFar turn) => turn.Conversation.Handoff switch
    {
        { IsHeld: true, Owner: { } owner } => turn.Word(HandoffTexts.PeopleClaimed, ("alias", owner.Alias)).Text,
        _ when turn.Desk.IsStaffed => turn.Word(HandoffTexts.PeopleAlerted).Text,
        _ => turn.Word(HandoffTexts.PeopleNobody).Text,
    };
}
