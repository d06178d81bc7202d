using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Identifiers;

/// <summary>Names of the reviewed texts about what a young person gave away.</summary>
public static class IdentifierTexts
{
    public const string Hidden = "identifier-hidden";
    public const string Use = "identifier-use";
}

/// <summary>What the conversation knows of identifiers; the values are in the log alone.</summary>
/// <param name="Written">The young person has written at least one.</param>
/// <param name="Told">They were told that such words are hidden from the team.</param>
/// <param name="Asked">They were asked whether a person may use it.</param>
[GenerateSerializer, Immutable]
public readonly record struct IdentifierNotes([property: Id(0)] bool Written, [property: Id(1)] bool Told, [property: Id(2)] bool Asked);

/// <summary>What the bot says about a name, a number or a place somebody wrote. Up to level 2: that it was hidden, once. At level 3 and 4
/// nothing is said to be gone; once a person is being fetched, and where nothing else is asked, it asks whether they may use it.</summary>
internal static class IdentifierTalk
{
    private const int MostAtOnce = 3;

    private static readonly DialogStep Question = new("identifiers", "use");
    private static readonly DialogStep Yes = new("identifiers", "yes");
    private static readonly DialogStep No = new("identifiers", "no");
    private static readonly DialogStep Waiting = new("handoff", "waiting");

    public static IReadOnlyList<DialogStep> NamedSteps { get; } = [Question, Yes, No];

    /// <summary>The turn that answers the question; null where the message is something else.</summary>
    public static TurnOutcome? Answer(TurnSoFar turn, IncomingMessage message, RiskAssessment risk)
    {
        if (turn.Conversation.Step != Question || risk.Level >= RiskLevel.High || Step(turn, Question) is not { } asked) return null;
        if (ChoiceReader.Exact(message.Text.Words, asked.Choices, turn.Conversation.Channel)?.Go is not { } answer || Step(turn, answer) is not { } said) return null;

        return turn
            .With(new ConversationEvent.IdentifierUseAnswered(answer == Yes))
            .Say(said.TextId)
            .Reach(turn.Conversation.Aside)
            .Done();
    }

    /// <summary>Words that do not answer it are heard as if it had not been asked: nobody is pressed.</summary>
    public static TurnSoFar LeaveQuestion(TurnSoFar turn) =>
        turn.Conversation.Step == Question ? turn.Reach(turn.Conversation.Aside) : turn;

    public static TurnSoFar TellOnce(TurnSoFar turn) =>
        Wrote(turn) && turn.Conversation is { Risk.Level: < RiskLevel.High, Identifiers.Told: false } ? turn.Say(IdentifierTexts.Hidden) : turn;

    public static TurnOutcome AskWhereNothingElseIs(TurnSoFar turn, TurnOutcome outcome)
    {
        var answered = new TurnSoFar(outcome.Events, turn.Before, turn.Book, turn.Desk, turn.Now);
        return IsDue(answered.Conversation) && !IsBusy(answered, outcome)
            ? answered.Say(IdentifierTexts.Use).Reach(Question, aside: answered.Conversation.Step).Done()
            : outcome;
    }

    // Only while a person is being fetched: nobody else could use it, and after a no to a person it would press.
    private static bool IsDue(Conversation conversation) =>
        conversation is { Risk.Level: >= RiskLevel.High, Handoff.IsWaiting: true, Identifiers: { Written: true, Asked: false } };

    // One question at a time, and none beside the emergency card.
    private static bool IsBusy(TurnSoFar turn, TurnOutcome outcome) =>
        outcome.Says.Count() >= MostAtOnce
        || outcome.Says.Any(said => said.Choices.Count > 0 || said.Kind is UtteranceKind.EmergencyCard || said.Text.Contains('?', StringComparison.Ordinal))
        || outcome.Events.OfType<ConversationEvent.YoungPersonWrote>().Any(wrote => wrote.Risk.Level is RiskLevel.Immediate)
        || (turn.Conversation.Step is { } step && step != Waiting && Step(turn, step) is { Asks: true });

    private static bool Wrote(TurnSoFar turn) =>
        turn.Events.OfType<ConversationEvent.YoungPersonWrote>().Any(wrote => wrote.Identifiers is { Count: > 0 });

    private static Step? Step(TurnSoFar turn, DialogStep name) => turn.Book.Dialogs.Find(name, turn.Conversation.Language);
}
