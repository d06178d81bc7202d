using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations;

/// <summary>What one turn comes to: the events to commit. Nothing is said that is not in here.</summary>
public sealed record TurnOutcome(IReadOnlyList<ConversationEvent> Events)
{
    public static TurnOutcome Nothing { get; } = new([]);

    public bool IsNothing => Events.Count == 0;

    public IEnumerable<Utterance> Says => Events.OfType<ConversationEvent.BotSaid>().Select(said => said.Utterance);

    /// <summary>Something in here has to reach the young person: words, or news of who is there.</summary>
    public bool Speaks => Events.Any(happened =>
        happened is ConversationEvent.BotSaid or ConversationEvent.CaseworkerSaid);

    /// <summary>The same outcome, owed to a channel that has to be pushed to.</summary>
    public TurnOutcome OwedIfSpoken() => Speaks ? new([.. Events, new ConversationEvent.RepliesOwed()]) : this;
}
