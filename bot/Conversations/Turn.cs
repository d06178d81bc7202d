using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;

namespace EngagementBot.Conversations;

/// <summary>What happens to a message. Risk first, always; then whoever's turn it is to answer: a caseworker, the keyword
/// of a phone network, or the dialogs with whatever the handoff rules add. A function: no I/O, no clock.</summary>
public static class Turn
{
    public static TurnOutcome Take(Conversation conversation, IncomingMessage message, Book book, Desk desk, DateTimeOffset now)
    {
        var risk = Screen(conversation, message, book);
        var heard = new TurnSoFar(Opening(conversation, message, risk), conversation, book, desk, now);

        if (TextKeywords.Answer(heard, message) is { } keyword) return keyword;
        if (heard.Conversation.Handoff.IsHeld) return Relay.ToTheCaseworker(heard, risk);

        if (IdentifierTalk.Answer(heard, message, risk) is { } answered) return answered;

        var welcomed = IdentifierTalk.TellOnce(Welcome(IdentifierTalk.LeaveQuestion(heard), risk));
        return IdentifierTalk.AskWhereNothingElseIs(welcomed, HandoffRules.Answer(welcomed, message, risk));
    }

    // A screen that broke must not answer "nothing found": a person is needed.
    private static RiskAssessment Screen(Conversation conversation, IncomingMessage message, Book book)
    {
        // A picture or an empty text: nobody can say it is harmless.
        if (message.Text.IsBlank) return RiskAssessment.Nothing with { Level = RiskLevel.Low, Unreadable = true };

        try
        {
            var risk = RiskScreen.Assess(message.Text, conversation.Risk, book.Risk, AnswerMeaning.IsOurs(conversation, message.Text, book.Dialogs));
            return AnswerMeaning.Heard(conversation, message.Text, risk, book.Dialogs);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return RiskAssessment.ScreenFailed;
        }
    }

    private static List<ConversationEvent> Opening(Conversation conversation, IncomingMessage message, RiskAssessment risk)
    {
        List<ConversationEvent> events = [];
        if (!conversation.HasStarted)
            events.Add(new ConversationEvent.Started(message.Channel, Languages.Known(message.Language)));
        if (conversation.Reach != message.Reach)
            events.Add(new ConversationEvent.ReachChanged(message.Reach));
        if (conversation.TextsStopped)
            events.Add(new ConversationEvent.TextsRestarted());
        if (message.WelcomeShown && !conversation.WelcomeShown)
            events.Add(new ConversationEvent.WelcomeShown(WelcomeTexts.FirstScreen));

        events.Add(new ConversationEvent.YoungPersonWrote(message.Id, message.Text, risk, message.ClientActivityId, IdentifierFinder.Find(message.Text)));
        return events;
    }

    // In danger, the way to help comes before our own introduction; it follows once the danger has had its ten minutes of short lines.
    private static TurnSoFar Welcome(TurnSoFar turn, RiskAssessment risk)
    {
        if (turn.Conversation.WelcomeShown || risk.CallsForEmergencyCard || EmergencyCard.WasJustShown(turn)) return turn;

        return turn
            .With(new ConversationEvent.WelcomeShown(WelcomeTexts.Welcome))
            .Say(WelcomeTexts.Welcome);
    }
}

/// <summary>Languages the service has words for.</summary>
public static class Languages
{
    public const string English = "en";

    /// <summary>The language itself where there are words for it, else English. Takes any BCP 47 tag or null.</summary>
    public static string Known(string? tag) => English;
}

/// <summary>Names of the texts that say who this is and what stays private.</summary>
public static class WelcomeTexts
{
    public const string Welcome = "welcome";
    public const string FirstScreen = "first-screen";
}
