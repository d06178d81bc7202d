using System.Security.Cryptography;
using System.Text.Json;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Conversations;

/// <summary>The log of one conversation: reads it, and adds to it one commit at a time. What <see cref="AppendAsync"/> has returned
/// is on disk. Used by one grain activation; a second one writing the same sequence is refused and has to reload.</summary>
internal sealed class ConversationLog(ConversationKey key, IConversationStore store, ConversationKeys keys) : IDisposable
{
    private const int RecentKept = 40;
    private const int PageSize = 200;

    private readonly Queue<LoggedCommit> recent = new();
    private ConversationCipher? cipher;
    private WorkItem? lastWork;

    public Conversation State { get; private set; } = Conversation.New;

    public ConversationKey Key => key;

    /// <summary>One single-partition query for the newest commit, and the key that opens it.</summary>
    public async Task LoadAsync()
    {
        recent.Clear();
        lastWork = null;
        State = Conversation.New;
        if (await store.NewestAsync(key) is not { } newest) return;

        var body = await OpenAsync(newest);
        State = body.State;
        recent.Enqueue(Logged(newest, body));
    }

    public async Task<AppendResult> AppendAsync(TurnOutcome outcome, OperationId operation, MessageId? message, DateTimeOffset at)
    {
        var next = State.After(outcome.Events, at);
        var body = JsonSerializer.SerializeToUtf8Bytes(new CommitBody(outcome.Events, next), StorageJson.Default.CommitBody);
        cipher ??= await keys.FindAsync(key) ?? await keys.CreateAsync(key);

        var commit = new StoredCommit(key, next.Sequence, operation, at, message, cipher.SealCommit(next.Sequence, body));
        var work = Work(next, at);
        var result = await store.AppendAsync(commit, work);
        if (result is AppendResult.Stored)
        {
            State = next;
            lastWork = work ?? lastWork;
            Remember(new LoggedCommit(next.Sequence, at, outcome.Events));
        }

        return result;
    }

    /// <summary>Commits after this sequence, oldest first; from memory where it reaches.</summary>
    public async Task<IReadOnlyList<LoggedCommit>> AfterAsync(long sequence)
    {
        if (sequence >= State.Sequence) return [];
        if (recent.TryPeek(out var oldest) && oldest.Sequence <= sequence + 1)
            return [.. recent.Where(commit => commit.Sequence > sequence)];

        List<LoggedCommit> page = [];
        foreach (var stored in await store.AfterAsync(key, sequence, PageSize)) page.Add(Logged(stored, await OpenAsync(stored)));
        return page;
    }

    /// <summary>The newest commits, as far as memory reaches.</summary>
    public IEnumerable<LoggedCommit> Recent => recent;

    public Task<bool> HasDoneAsync(OperationId operation) => store.HasOperationAsync(key, operation);

    /// <summary>The commit that answered this message, or null if it is new.</summary>
    public async Task<LoggedCommit?> AnswerToAsync(MessageId message)
    {
        var sequence = State.Seen.SequenceOf(message);
        if (sequence is null && State.Heard > SeenMessages.Kept) sequence = await store.FindMessageAsync(key, message);
        return sequence is { } found ? await AtAsync(found) : null;
    }

    public async Task<LoggedCommit> AtAsync(long sequence) =>
        (await AfterAsync(sequence - 1)).First(commit => commit.Sequence == sequence);

    public void Dispose() => cipher?.Dispose();

    // Written only when the case or the due time changes: an ordinary turn is one document.
    private WorkItem? Work(Conversation next, DateTimeOffset at)
    {
        var work = new WorkItem(key, next.Sequence, next.DueAt(at), next.CaseRow(key));
        var known = lastWork ?? new WorkItem(key, 0, State.DueAt(at), State.CaseRow(key));
        return work.DueAt == known.DueAt && SameRow(work, known) ? null : work;
    }

    // When they were last heard matters to the team only while a case is open.
    private static bool SameRow(WorkItem one, WorkItem other) =>
        (one.Case, other.Case) switch
        {
            (null, null) => true,
            ({ IsOpen: false } closed, { } known) => closed.Status == known.Status,
            _ => false,
        };

    private async Task<CommitBody> OpenAsync(StoredCommit stored)
    {
        cipher ??= await keys.FindAsync(key) ?? throw new CryptographicException("The conversation's key is gone: its log cannot be read.");
        return JsonSerializer.Deserialize(cipher.OpenCommit(stored.Sequence, stored.Body), StorageJson.Default.CommitBody)!;
    }

    private static LoggedCommit Logged(StoredCommit stored, CommitBody body) => new(stored.Sequence, stored.At, body.Events);

    private void Remember(LoggedCommit commit)
    {
        recent.Enqueue(commit);
        if (recent.Count > RecentKept) recent.Dequeue();
    }
}
