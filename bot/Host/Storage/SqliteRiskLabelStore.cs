using System.Text.Json;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Host.Storage;

/// <summary>Labels in a SQLite file of their own. The host writes to it while it runs and `risk labels` beside it: a label is one row and a
/// decision one update, which SQLite keeps apart.</summary>
internal sealed class SqliteRiskLabelStore(string path) : IRiskLabelStore, IDisposable
{
    public const string FileName = "labels.db";

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS labels (
            id TEXT NOT NULL UNIQUE, text TEXT NOT NULL, lang TEXT NOT NULL, level INTEGER NOT NULL, categories TEXT NOT NULL, moment TEXT,
            speaker TEXT NOT NULL, immediacy TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, written_on TEXT NOT NULL,
            conversation TEXT, sequence INTEGER, operation TEXT);
        CREATE UNIQUE INDEX IF NOT EXISTS labels_pointer ON labels (conversation, operation) WHERE conversation IS NOT NULL;
        """;

    private const string Columns = "id, text, lang, level, categories, moment, speaker, immediacy, kind, status, written_on";

    private readonly SqliteDatabase database = new(path, Schema);

    public Task AddAsync(RiskLabel label, LabelPointer pointer) => database.WriteAsync(connection => Run(
        connection,
        $"""
        INSERT INTO labels ({Columns}, conversation, sequence, operation)
        VALUES ($id, $text, $lang, $level, $categories, $moment, $speaker, $immediacy, $kind, $status, $on, $conversation, $sequence, $operation)
        ON CONFLICT (conversation, operation) WHERE conversation IS NOT NULL DO NOTHING
        """,
        bind =>
        {
            Bind(bind, label);
            bind.AddWithValue("$conversation", pointer.Conversation);
            bind.AddWithValue("$sequence", pointer.Sequence);
            bind.AddWithValue("$operation", pointer.Operation.Value);
        }));

    public Task<IReadOnlyList<RiskLabel>> ReadAsync(RiskLabelStatus? status) => database.ReadAsync(
        $"SELECT {Columns} FROM labels WHERE $status IS NULL OR status = $status ORDER BY rowid",
        bind => bind.AddWithValue("$status", (object?)(status is { } wanted ? Name(wanted) : null) ?? DBNull.Value),
        rows =>
        {
            List<RiskLabel> labels = [];
            while (rows.Read()) labels.Add(Label(rows));
            return (IReadOnlyList<RiskLabel>)labels;
        });

    public Task<bool> MarkAsync(string id, RiskLabelStatus status) => database.WriteAsync(connection => Run(
        connection,
        "UPDATE labels SET status = $status WHERE id = $id",
        bind =>
        {
            bind.AddWithValue("$id", id);
            bind.AddWithValue("$status", Name(status));
        }) == 1);

    public Task ForgetAsync(string conversation) => database.WriteAsync(connection => Run(
        connection,
        "UPDATE labels SET conversation = NULL, sequence = NULL, operation = NULL WHERE conversation = $conversation",
        bind => bind.AddWithValue("$conversation", conversation)));

    public void Dispose() => database.Dispose();

    private static int Run(SqliteConnection connection, string sql, Action<SqliteParameterCollection> bind)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        bind(command.Parameters);
        return command.ExecuteNonQuery();
    }

    private static void Bind(SqliteParameterCollection bind, RiskLabel label)
    {
        bind.AddWithValue("$id", label.Id);
        bind.AddWithValue("$text", label.Text);
        bind.AddWithValue("$lang", label.Language);
        bind.AddWithValue("$level", (int)label.Level);
        bind.AddWithValue("$categories", Name(label.Categories));
        bind.AddWithValue("$moment", label.Moment is { } moment ? Name(moment) : DBNull.Value);
        bind.AddWithValue("$speaker", Name(label.Speaker));
        bind.AddWithValue("$immediacy", Name(label.Immediacy));
        bind.AddWithValue("$kind", Name(label.Kind));
        bind.AddWithValue("$status", Name(label.Status));
        bind.AddWithValue("$on", label.WrittenOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static RiskLabel Label(SqliteDataReader row) => new(
        row.GetString(0),
        row.GetString(1),
        row.GetString(2),
        (RiskLevel)row.GetInt32(3),
        Value<RiskCategory[]>(row.GetString(4)),
        row.IsDBNull(5) ? null : Value<ReachableMoment>(row.GetString(5)),
        Value<Speaker>(row.GetString(6)),
        Value<Immediacy>(row.GetString(7)),
        Value<CorrectionKind>(row.GetString(8)),
        Value<RiskLabelStatus>(row.GetString(9)),
        DateOnly.ParseExact(row.GetString(10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    // The names of the stored data, as everywhere: "drug-debt", quoted as JSON has them.
    private static string Name<T>(T value) => JsonSerializer.Serialize(value);

    private static T Value<T>(string name) => JsonSerializer.Deserialize<T>(name)!;
}
