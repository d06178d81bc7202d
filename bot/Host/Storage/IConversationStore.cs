using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;

namespace EngagementBot.Host.Storage;

/// <summary>One commit as a store keeps it. Created, never overwritten.</summary>
/// <param name="Sequence">1 for the first; unique within the conversation.</param>
/// <param name="Operation">Unique within the conversation: the same operation met again is "already stored".</param>
/// <param name="MessageId">Keyed id of the message it answers, indexed; null for other commits.</param>
/// <param name="Body">Events and state, encrypted under the conversation's key; never indexed.</param>
public sealed record StoredCommit(
    ConversationKey Conversation,
    long Sequence,
    OperationId Operation,
    DateTimeOffset At,
    MessageId? MessageId,
    byte[] Body);

/// <summary>What the sweep and the team's list need of a conversation without opening it: no words, nothing that identifies.</summary>
/// <param name="Sequence">Of the commit it belongs to; an older item never replaces a newer one.</param>
public sealed record WorkItem(ConversationKey Conversation, long Sequence, DateTimeOffset? DueAt, CaseRow? Case);

public enum AppendResult
{
    Stored,

    /// <summary>This very operation is in the log already.</summary>
    AlreadyStored,

    /// <summary>Another activation wrote this sequence: reload and decide again.</summary>
    SequenceTaken,
}

/// <summary>The log and what is due. SQLite (embedded) or Azure Cosmos DB.</summary>
public interface IConversationStore
{
    Task<StoredCommit?> NewestAsync(ConversationKey conversation);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<StoredCommit>> AfterAsync(ConversationKey conversation, long sequence, int max);

    /// <summary>Durable when it returns: a commit acknowledged survives the process being killed.</summary>
    Task<AppendResult> AppendAsync(StoredCommit commit, WorkItem? work);

    /// <summary>The sequence that answered this message, or null.</summary>
    Task<long?> FindMessageAsync(ConversationKey conversation, MessageId message);

    Task<bool> HasOperationAsync(ConversationKey conversation, OperationId operation);

    Task<IReadOnlyList<ConversationKey>> DueAsync(DateTimeOffset until, int max);

    Task<IReadOnlyList<CaseRow>> OpenCasesAsync();
}

/// <summary>Wrapped data keys, in a store of their own: destroying a key erases its conversation in every copy.</summary>
public interface IKeyStore
{
    Task<byte[]?> ReadAsync(ConversationKey conversation);

    /// <summary>False if the conversation has a key already; the first one stands.</summary>
    Task<bool> CreateAsync(ConversationKey conversation, byte[] wrapped, DateTimeOffset at);
}

/// <summary>The only place where a channel's own ids and addresses are kept, each sealed under its conversation's key.</summary>
public interface IContactVault
{
    Task<byte[]?> ReadAsync(ConversationKey conversation);

    Task WriteAsync(ConversationKey conversation, byte[] sealedContact);
}
