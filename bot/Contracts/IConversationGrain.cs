using EngagementBot.Conversations;
using Orleans.Concurrency;

namespace EngagementBot.Contracts;

/// <summary>How the replies of a turn reach the young person.</summary>
public enum ReplyRoute
{
    /// <summary>The client reads the log (Direct Line).</summary>
    Log,

    /// <summary>The replies are in the answer to the request (expectReplies).</summary>
    Inline,

    /// <summary>The replies are pushed to the channel's service URL and owed until it confirms.</summary>
    Push,
}

/// <summary>The answer to a message: the commit that holds it and its replies. The same message gets the same receipt again.</summary>
/// <param name="Again">It had been taken before; nothing changed.</param>
[GenerateSerializer, Immutable]
public sealed record TurnReceipt([property: Id(0)] LoggedCommit Commit, [property: Id(1)] bool Again);

/// <summary>The channels' door to one conversation. Not open to anything outside the silos.</summary>
[Alias("IConversationGrain")]
public interface IConversationGrain : IGrainWithStringKey
{
    /// <summary>Takes one turn: screened, committed, and only then answered.</summary>
    Task<TurnReceipt> ReceiveAsync(IncomingMessage message, ReplyRoute route);

    /// <summary>The young person is typing. Told to watchers, never kept.</summary>
    Task TypingAsync();

    /// <summary>Commits after <paramref name="sequence"/>, oldest first, at most 200.</summary>
    [ReadOnly]
    Task<IReadOnlyList<LoggedCommit>> ReadAsync(long sequence);

    [ReadOnly]
    Task<long> NewestSequenceAsync();

    /// <summary>Something timed or owed may be due. Harmless when nothing is.</summary>
    Task DueAsync();

    /// <summary>Nudges the watcher of each new sequence for 30 seconds; renew every 10.</summary>
    Task WatchAsync(IConversationWatcher watcher);
}

/// <summary>A nudge carries a sequence or a sign of life, never content.</summary>
[Alias("IConversationWatcher")]
public interface IConversationWatcher : IGrainObserver
{
    [OneWay]
    Task CommittedAsync(ConversationKey conversation, long sequence);

    /// <param name="caseworker">Alias of the caseworker who types, or null for the young person.</param>
    [OneWay]
    Task TypingAsync(ConversationKey conversation, string? caseworker);
}
