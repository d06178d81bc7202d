using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Handoff;

namespace EngagementBot.Conversations;

/// <summary>A turn being decided: what has been settled, and the conversation as it would stand with it.</summary>
public sealed record TurnSoFar
{
    private readonly Conversation before;

    public TurnSoFar(IReadOnlyList<ConversationEvent> events, Conversation before, Book book, Desk desk, DateTimeOffset now)
    {
        this.before = before;
        (Events, Book, Desk, Now) = (events, book, desk, now);
        Conversation = before.After(events, now);
    }

    public IReadOnlyList<ConversationEvent> Events { get; private init; }

    /// <summary>After the events so far.</summary>
    public Conversation Conversation { get; private init; }

    /// <summary>Before this turn.</summary>
    public Conversation Before => before;

    public Book Book { get; }

    public Desk Desk { get; }

    public DateTimeOffset Now { get; }

    public TurnSoFar With(params ConversationEvent[] more)
    {
        IReadOnlyList<ConversationEvent> all = [.. Events, .. more];
        return this with { Events = all, Conversation = before.After(all, Now) };
    }

    public TurnSoFar Say(string textId, params (string Name, string Value)[] values) =>
        Say([Word(textId, values)]);

    public TurnSoFar Say(IEnumerable<Utterance> utterances) =>
        With([.. utterances.Select(utterance => new ConversationEvent.BotSaid(utterance))]);

    /// <param name="aside">What a decline goes back to.</param>
    public TurnSoFar Reach(DialogStep? step, DialogStep? aside = null) =>
        step == Conversation.Step && aside == Conversation.Aside ? this : With(new ConversationEvent.StepReached(step, aside));

    /// <summary>A reviewed text in the conversation's language and channel.</summary>
    public Utterance Word(string textId, params (string Name, string Value)[] values) =>
        Book.Dialogs.Say(textId, Conversation.Language, Conversation.Channel, values);

    public TurnOutcome Done() => new(Events);
}
