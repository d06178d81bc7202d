namespace EngagementBot.Conversations.Handoff;

/// <summary>The single words that phone networks and people use to stop texts. Only the exact word counts, alone: "stop" inside a
/// plea is a plea. After it nothing goes out, from bot or worker, until they text again. STOP is often typed by or beside the exploiter, so at level 3 or 4 the case stays open and the team is told.</summary>
internal static class TextKeywords
{
    private static readonly HashSet<string> Stops = new(StringComparer.OrdinalIgnoreCase)
        { "STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL" };

    public static TurnOutcome? Answer(TurnSoFar turn, IncomingMessage message)
    {
        if (turn.Conversation.Channel is not ChannelKind.Sms) return null;

        var word = message.Text.Words.Trim().TrimEnd('.', '!');
        if (Stops.Contains(word)) return Stop(turn);
        if (word.Equals("START", StringComparison.OrdinalIgnoreCase) && turn.Before.TextsStopped) return Start(turn);
        if (word.Equals("HELP", StringComparison.OrdinalIgnoreCase) && !turn.Conversation.Handoff.IsHeld) return Help(turn);
        return null;
    }

    private static TurnOutcome Stop(TurnSoFar turn)
    {
        // The one exact answer goes out once; a second STOP is taken in silence.
        if (turn.Before.TextsStopped) return turn.With(new ConversationEvent.TextsStopped()).Done();

        var stopped = turn.Say("sms-stopped").With(new ConversationEvent.TextsStopped());
        return turn.Conversation.Risk.Level >= RiskLevel.High && !turn.Conversation.Quiet
            ? stopped.With(new ConversationEvent.SilenceNoticed()).Done()
            : stopped.Done();
    }

    private static TurnOutcome Start(TurnSoFar turn) =>
        turn.Say("sms-started").Done();

    private static TurnOutcome Help(TurnSoFar turn) => turn.Say("sms-help").Done();
}
