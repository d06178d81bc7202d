using Microsoft.Data.Sqlite;

namespace EngagementBot.Host.Storage;

/// <summary>One database file: write-ahead log, flushed to disk at each transaction, one writer, any number of readers.</summary>
internal sealed class SqliteDatabase : IDisposable
{
    private readonly string readers;
    private readonly SqliteWriter writer;

    public SqliteDatabase(string path, string schema)
    {
        readers = Connection(path, SqliteOpenMode.ReadWrite);
        var connection = new SqliteConnection(Connection(path, SqliteOpenMode.ReadWriteCreate));
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;");
        Run(connection, schema);
        writer = new SqliteWriter(connection);
    }

    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write) => writer.WriteAsync(write);

    /// <summary>Reads run on the pool: SQLite answers from memory or page cache and has no asynchronous form.</summary>
    public async Task<T> ReadAsync<T>(string sql, Action<SqliteParameterCollection> bind, Func<SqliteDataReader, T> read)
    {
        await Task.Yield();
        using var connection = new SqliteConnection(readers);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        bind(command.Parameters);
        using var rows = command.ExecuteReader();
        return read(rows);
    }

    public void Dispose()
    {
        writer.Dispose();
        using var pool = new SqliteConnection(readers);
        SqliteConnection.ClearPool(pool);
    }

    private static string Connection(string path, SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, DefaultTimeout = 30 }.ToString();

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
