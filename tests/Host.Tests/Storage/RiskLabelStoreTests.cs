using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.Host.Storage;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Host.Tests.Storage;

public sealed class The_store_of_invented_sentences : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-labels-").FullName;
    private SqliteRiskLabelStore store;

    public The_store_of_invented_sentences() => store = Open();

    private string File => Path.Combine(folder, SqliteRiskLabelStore.FileName);

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Gives_a_label_back_as_it_went_also_after_reopening()
    {
        await store.AddAsync(Label("a"), Pointer("theirs", "op-1"));
        await store.AddAsync(Label("b") with { Moment = null, Level = RiskLevel.None, Categories = [], Language = "cy" }, Pointer("theirs", "op-2"));
        store.Dispose();
        store = Open();

        var back = await store.ReadAsync(null);

        Assert.Equal(["a", "b"], back.Select(label => label.Id));
        Assert.Equal(Label("a").Categories, back[0].Categories);
        Assert.Equal(Label("a") with { Categories = back[0].Categories }, back[0]);
        Assert.Equal((null, RiskLevel.None, "cy"), (back[1].Moment, back[1].Level, back[1].Language));
    }

    [Fact]
    public async Task Takes_what_one_operation_brings_once()
    {
        await store.AddAsync(Label("a"), Pointer("theirs", "op"));
        await store.AddAsync(Label("b"), Pointer("theirs", "op"));
        await store.AddAsync(Label("c"), Pointer("others", "op"));

        Assert.Equal(["a", "c"], (await store.ReadAsync(null)).Select(label => label.Id));
    }

    [Fact]
    public async Task Lists_by_what_was_decided()
    {
        await store.AddAsync(Label("a"), Pointer("theirs", "op-1"));
        await store.AddAsync(Label("b"), Pointer("theirs", "op-2"));

        Assert.True(await store.MarkAsync("b", RiskLabelStatus.Accepted));
        Assert.False(await store.MarkAsync("nobody", RiskLabelStatus.Accepted));

        Assert.Equal("a", Assert.Single(await store.ReadAsync(RiskLabelStatus.Waiting)).Id);
        Assert.Equal("b", Assert.Single(await store.ReadAsync(RiskLabelStatus.Accepted)).Id);
        Assert.Empty(await store.ReadAsync(RiskLabelStatus.Rejected));
    }

    [Fact]
    public async Task Forgets_where_a_label_came_from_and_keeps_the_sentence()
    {
        await store.AddAsync(Label("a"), Pointer("theirs", "op-1"));
        await store.AddAsync(Label("b"), Pointer("theirs", "op-2"));
        await store.AddAsync(Label("c"), Pointer("others", "op-1"));

        await store.ForgetAsync("theirs");

        Assert.Equal(["a", "b", "c"], (await store.ReadAsync(null)).Select(label => label.Id));
        Assert.Equal([("c", "others")], Pointers());
    }

    private List<(string Id, string Conversation)> Pointers()
    {
        using var connection = new SqliteConnection($"Data Source={File};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, conversation FROM labels WHERE conversation IS NOT NULL OR sequence IS NOT NULL OR operation IS NOT NULL";
        using var rows = command.ExecuteReader();
        List<(string, string)> found = [];
        while (rows.Read()) found.Add((rows.GetString(0), rows.GetString(1)));
        return found;
    }

    private static RiskLabel Label(string id) => new(
        id, "dyn yn y fan eto \"heddiw\"", "en", RiskLevel.High, [RiskCategory.DrugDebt, RiskCategory.FamilyThreat], ReachableMoment.WantsOut, Speaker.Friend,
        Immediacy.Dated, CorrectionKind.Missed, RiskLabelStatus.Waiting, new DateOnly(2026, 11, 23));

    private static LabelPointer Pointer(string conversation, string operation) => new(conversation, 7, new OperationId(operation));

    private SqliteRiskLabelStore Open() => new(File);
}
