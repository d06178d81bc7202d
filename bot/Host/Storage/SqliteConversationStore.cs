using System.Text.Json;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Host.Storage;

/// <summary>The log and the work list in one SQLite file; a commit and its work item share a transaction.</summary>
internal sealed class SqliteConversationStore(string path) : IConversationStore, IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS commits (
            conversation TEXT NOT NULL, sequence INTEGER NOT NULL, operation TEXT NOT NULL,
            at INTEGER NOT NULL, message INTEGER, body BLOB NOT NULL,
            PRIMARY KEY (conversation, sequence)) WITHOUT ROWID;
        CREATE UNIQUE INDEX IF NOT EXISTS commits_operation ON commits (conversation, operation);
        CREATE INDEX IF NOT EXISTS commits_message ON commits (conversation, message) WHERE message IS NOT NULL;
        CREATE TABLE IF NOT EXISTS work (
            conversation TEXT NOT NULL PRIMARY KEY, sequence INTEGER NOT NULL, due_at INTEGER, open_case TEXT) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS work_due ON work (due_at) WHERE due_at IS NOT NULL;
        CREATE INDEX IF NOT EXISTS work_open ON work (conversation) WHERE open_case IS NOT NULL;
        """;

    private const string Columns = "conversation, sequence, operation, at, message, body";

    private readonly SqliteDatabase database = new(path, Schema);

    public Task<StoredCommit?> NewestAsync(ConversationKey conversation) => database.ReadAsync(
        $"SELECT {Columns} FROM commits WHERE conversation = $key ORDER BY sequence DESC LIMIT 1",
        bind => bind.AddWithValue("$key", conversation.Value),
        rows => rows.Read() ? Commit(rows) : null);

    public Task<IReadOnlyList<StoredCommit>> AfterAsync(ConversationKey conversation, long sequence, int max) => database.ReadAsync(
        $"SELECT {Columns} FROM commits WHERE conversation = $key AND sequence > $after ORDER BY sequence LIMIT $max",
        bind =>
        {
            bind.AddWithValue("$key", conversation.Value);
            bind.AddWithValue("$after", sequence);
            bind.AddWithValue("$max", max);
        },
        rows => (IReadOnlyList<StoredCommit>)All(rows, Commit));

    public Task<AppendResult> AppendAsync(StoredCommit commit, WorkItem? work) => database.WriteAsync(connection =>
    {
        if (!Insert(connection, commit)) return WhyNot(connection, commit);

        if (work is not null) Put(connection, work);
        return AppendResult.Stored;
    });

    public Task<long?> FindMessageAsync(ConversationKey conversation, MessageId message) => database.ReadAsync<long?>(
        "SELECT sequence FROM commits WHERE conversation = $key AND message = $message LIMIT 1",
        bind =>
        {
            bind.AddWithValue("$key", conversation.Value);
            bind.AddWithValue("$message", message.Value);
        },
        rows => rows.Read() ? rows.GetInt64(0) : null);

    public Task<bool> HasOperationAsync(ConversationKey conversation, OperationId operation) => database.ReadAsync(
        "SELECT 1 FROM commits WHERE conversation = $key AND operation = $operation",
        bind =>
        {
            bind.AddWithValue("$key", conversation.Value);
            bind.AddWithValue("$operation", operation.Value);
        },
        rows => rows.Read());

    public Task<IReadOnlyList<ConversationKey>> DueAsync(DateTimeOffset until, int max) => database.ReadAsync(
        "SELECT conversation FROM work WHERE due_at <= $until ORDER BY due_at LIMIT $max",
        bind =>
        {
            bind.AddWithValue("$until", until.UtcTicks);
            bind.AddWithValue("$max", max);
        },
        rows => (IReadOnlyList<ConversationKey>)All(rows, row => new ConversationKey(row.GetString(0))));

    public Task<IReadOnlyList<CaseRow>> OpenCasesAsync() => database.ReadAsync(
        "SELECT open_case FROM work WHERE open_case IS NOT NULL",
        _ => { },
        rows => (IReadOnlyList<CaseRow>)All(rows, row => JsonSerializer.Deserialize(row.GetString(0), StorageJson.Default.CaseRow)!));

    public void Dispose() => database.Dispose();

    private static bool Insert(SqliteConnection connection, StoredCommit commit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT OR IGNORE INTO commits ({Columns}) VALUES ($key, $sequence, $operation, $at, $message, $body)";
        command.Parameters.AddWithValue("$key", commit.Conversation.Value);
        command.Parameters.AddWithValue("$sequence", commit.Sequence);
        command.Parameters.AddWithValue("$operation", commit.Operation.Value);
        command.Parameters.AddWithValue("$at", commit.At.UtcTicks);
        command.Parameters.AddWithValue("$message", (object?)commit.MessageId?.Value ?? DBNull.Value);
        command.Parameters.AddWithValue("$body", commit.Body);
        return command.ExecuteNonQuery() == 1;
    }

    private static AppendResult WhyNot(SqliteConnection connection, StoredCommit commit)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1 FROM commits WHERE conversation = $key AND operation = $operation";
        command.Parameters.AddWithValue("$key", commit.Conversation.Value);
        command.Parameters.AddWithValue("$operation", commit.Operation.Value);
        return command.ExecuteScalar() is null ? AppendResult.SequenceTaken : AppendResult.AlreadyStored;
    }

    private static void Put(SqliteConnection connection, WorkItem work)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO work (conversation, sequence, due_at, open_case) VALUES ($key, $sequence, $due, $case)
            ON CONFLICT (conversation) DO UPDATE SET sequence = excluded.sequence, due_at = excluded.due_at, open_case = excluded.open_case
            WHERE excluded.sequence > work.sequence
            """;
        var open = work.Case is { IsOpen: true } row ? JsonSerializer.Serialize(row, StorageJson.Default.CaseRow) : null;
        command.Parameters.AddWithValue("$key", work.Conversation.Value);
        command.Parameters.AddWithValue("$sequence", work.Sequence);
        command.Parameters.AddWithValue("$due", (object?)work.DueAt?.UtcTicks ?? DBNull.Value);
        command.Parameters.AddWithValue("$case", (object?)open ?? DBNull.Value);
        command.ExecuteNonQuery();
    }

    private static StoredCommit Commit(SqliteDataReader row) => new(
        new ConversationKey(row.GetString(0)),
        row.GetInt64(1),
        new OperationId(row.GetString(2)),
        new DateTimeOffset(row.GetInt64(3), TimeSpan.Zero),
        row.IsDBNull(4) ? null : new MessageId(row.GetInt64(4)),
        row.GetFieldValue<byte[]>(5));

    private static List<T> All<T>(SqliteDataReader rows, Func<SqliteDataReader, T> read)
    {
        List<T> all = [];
        while (rows.Read()) all.Add(read(rows));
        return all;
    }
}
