namespace EngagementBot.Conversations.Handoff;

/// <summary>Everything timed about a handoff: leases, escalation, silence. A pure decision: compare due times, never count ticks.</summary>
public static class Due
{
    /// <summary>Nobody has taken a level 4 in this time, then a level 3 (issue: escalation ladder). Lower levels do not escalate.</summary>
    public static readonly TimeSpan FirstRungAtImmediate = TimeSpan.FromSeconds(60);
    public static readonly TimeSpan FirstRungAtHigh = TimeSpan.FromMinutes(3);

    /// <summary>When the young person is told that nobody has come.</summary>
    public static readonly TimeSpan NobodyYet = TimeSpan.FromMinutes(5);

    /// <summary>Quiet after a level 4: the team is told.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    private const int AlarmRung = 1;
    private const int ToldRung = 2;

    /// <summary>The next moment something falls due, apart from the outbox; null if nothing will.</summary>
    public static DateTimeOffset? NextAt(Conversation conversation) =>
        new[] { LeaseAt(conversation), RungAt(conversation), SilenceAt(conversation) }.Min();

    public static TurnOutcome Decide(Conversation conversation, Book book, Desk desk, DateTimeOffset now)
    {
        var turn = new TurnSoFar([], conversation, book, desk, now);
        turn = Lapse(turn, now);
        turn = Climb(turn, now);
        turn = NoticeSilence(turn, now);
        return turn.Done();
    }

    private static TurnSoFar Lapse(TurnSoFar turn, DateTimeOffset now)
    {
        if (LeaseAt(turn.Conversation) is not { } at || at > now) return turn;

        var owner = turn.Conversation.Handoff.Owner!;
        var lapsed = turn.With(new ConversationEvent.LeaseLapsed(owner));
        return turn.Conversation.TextsStopped ? lapsed : lapsed.Say(HandoffTexts.LeaseLapsed, ("alias", owner.Alias));
    }

    private static TurnSoFar Climb(TurnSoFar turn, DateTimeOffset now)
    {
        while (RungAt(turn.Conversation) is { } at && at <= now)
        {
            var rung = turn.Conversation.Handoff.Rung + 1;
            turn = turn.With(new ConversationEvent.Escalated(rung));
            if (rung == ToldRung && turn.Conversation is { TextsStopped: false, Handoff.HasBeenHeld: false }) turn = turn.Say(HandoffTexts.NobodyYet);
        }

        return turn;
    }

    private static TurnSoFar NoticeSilence(TurnSoFar turn, DateTimeOffset now) =>
        SilenceAt(turn.Conversation) is { } at && at <= now
            ? turn.With(new ConversationEvent.SilenceNoticed())
            : turn;

    private static DateTimeOffset? LeaseAt(Conversation conversation) =>
        conversation.Handoff.IsHeld ? conversation.Handoff.LeaseUntil : null;

    private static DateTimeOffset? RungAt(Conversation conversation)
    {
        if (conversation.Handoff is not { IsWaiting: true, QueuedAt: { } queuedAt, Rung: var rung }) return null;

        return conversation.Risk.Level switch
        {
            RiskLevel.Immediate => queuedAt + After(rung, FirstRungAtImmediate),
            RiskLevel.High => queuedAt + After(rung, FirstRungAtHigh),
            RiskLevel.None or RiskLevel.Low or RiskLevel.Medium => null,
        };
    }

    private static TimeSpan? After(int rung, TimeSpan first) => rung switch
    {
        < AlarmRung => first,
        < ToldRung => NobodyYet,
        _ => null,
    };

    private static DateTimeOffset? SilenceAt(Conversation conversation) =>
        conversation is { Risk.Level: RiskLevel.Immediate, Quiet: false, Handoff.IsOpen: true }
            ? conversation.HeardAt + Silence
            : null;
}
