using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Host.Storage;

/// <summary>The one writer of a database: a thread of its own that groups what is waiting into a transaction, so that one flush to
/// disk serves many conversations. A write is answered only after its transaction is on disk.</summary>
internal sealed class SqliteWriter : IDisposable
{
    private const int MostInOneTransaction = 512;

    private readonly SqliteConnection connection;
    private readonly Channel<Write> waiting = Channel.CreateUnbounded<Write>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Thread thread;

    public SqliteWriter(SqliteConnection connection)
    {
        this.connection = connection;
        thread = new Thread(Run) { IsBackground = true, Name = "sqlite-writer" };
        thread.Start();
    }

    /// <summary>Runs <paramref name="write"/> on the writer's thread inside a transaction; the task ends once it is durable.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write)
    {
        var entry = new Write<T>(write);
        ObjectDisposedException.ThrowIf(!waiting.Writer.TryWrite(entry), this);
        return entry.Done;
    }

    public void Dispose()
    {
        waiting.Writer.TryComplete();
        thread.Join();
        connection.Dispose();
    }

    private void Run()
    {
        List<Write> batch = [];
        while (waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            batch.Clear();
            while (batch.Count < MostInOneTransaction && waiting.Reader.TryRead(out var write)) batch.Add(write);
            Commit(batch);
        }
    }

    private void Commit(List<Write> batch)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            foreach (var write in batch) write.Run(connection);
            transaction.Commit();
        }
        catch (SqliteException fault)
        {
            foreach (var write in batch) write.Fail(fault);
            return;
        }

        foreach (var write in batch) write.Confirm();
    }

    private abstract class Write
    {
        public abstract void Run(SqliteConnection connection);

        public abstract void Confirm();

        public abstract void Fail(Exception fault);
    }

    private sealed class Write<T>(Func<SqliteConnection, T> write) : Write
    {
        private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;

        public Task<T> Done => done.Task;

        public override void Run(SqliteConnection connection) => result = write(connection);

        public override void Confirm() => done.SetResult(result!);

        public override void Fail(Exception fault) => done.SetException(fault);
    }
}
