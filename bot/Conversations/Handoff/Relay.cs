namespace EngagementBot.Conversations.Handoff;

/// <summary>While a caseworker holds the conversation the bot says nothing of its own, except the emergency card, shown to both.</summary>
internal static class Relay
{
    public static TurnOutcome ToTheCaseworker(TurnSoFar turn, RiskAssessment risk) =>
        EmergencyCard.IsDue(turn, risk) ? EmergencyCard.Show(turn).Done() : turn.Done();
}
