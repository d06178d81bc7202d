using EngagementBot.Conversations;

namespace EngagementBot.Host.Storage;

/// <summary>One opaque value a conversation, in a file apart from the log so that it can be backed up, kept and destroyed apart.</summary>
internal abstract class SqliteSecrets(string path) : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS secrets (
            conversation TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
        """;

    private readonly SqliteDatabase database = new(path, Schema);

    public Task<byte[]?> ReadAsync(ConversationKey conversation) => database.ReadAsync(
        "SELECT value FROM secrets WHERE conversation = $key",
        bind => bind.AddWithValue("$key", conversation.Value),
        rows => rows.Read() ? rows.GetFieldValue<byte[]>(0) : null);

    public void Dispose() => database.Dispose();

    protected Task<bool> PutAsync(string verb, ConversationKey conversation, byte[] value, DateTimeOffset at) => database.WriteAsync(connection =>
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"{verb} INTO secrets (conversation, value, at) VALUES ($key, $value, $at)";
        command.Parameters.AddWithValue("$key", conversation.Value);
        command.Parameters.AddWithValue("$value", value);
        command.Parameters.AddWithValue("$at", at.UtcTicks);
        return command.ExecuteNonQuery() == 1;
    });
}

internal sealed class SqliteKeyStore(string path) : SqliteSecrets(path), IKeyStore
{
    public Task<bool> CreateAsync(ConversationKey conversation, byte[] wrapped, DateTimeOffset at) =>
        PutAsync("INSERT OR IGNORE", conversation, wrapped, at);
}

internal sealed class SqliteContactVault(string path, TimeProvider clock) : SqliteSecrets(path), IContactVault
{
    public Task WriteAsync(ConversationKey conversation, byte[] sealedContact) =>
        PutAsync("INSERT OR REPLACE", conversation, sealedContact, clock.GetUtcNow());
}
