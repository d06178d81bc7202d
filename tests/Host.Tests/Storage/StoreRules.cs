using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Tests.Storage;

/// <summary>What every store must keep. A store's own class says how to open and reopen it.</summary>
public abstract class StoreRules
{
    private static readonly ConversationKey Theirs = new("aaaa-theirs");
    private static readonly ConversationKey Others = new("bbbb-others");
    private static readonly DateTimeOffset Noon = new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero).AddTicks(1234567);

    private protected abstract IConversationStore Store { get; }

    private protected abstract Task ReopenAsync();

    [Fact]
    public async Task A_commit_comes_back_as_it_went_also_after_reopening()
    {
        var commit = Commit(Theirs, 1, "op-1", new MessageId(long.MinValue + 5), [0, 255, 7]);
        Assert.Equal(AppendResult.Stored, await Store.AppendAsync(commit, null));

        await ReopenAsync();
        var back = await Store.NewestAsync(Theirs);

        Assert.Equal(commit with { Body = back!.Body }, back);
        Assert.Equal(commit.Body, back.Body);
        Assert.Null(await Store.NewestAsync(Others));
    }

    [Fact]
    public async Task The_same_sequence_is_refused_and_the_first_commit_stands()
    {
        await Store.AppendAsync(Commit(Theirs, 1, "first", null, [1]), null);

        Assert.Equal(AppendResult.SequenceTaken, await Store.AppendAsync(Commit(Theirs, 1, "second", null, [2]), Work(Theirs, 1, Noon, null)));

        Assert.Equal([1], (await Store.NewestAsync(Theirs))!.Body);
        Assert.Empty(await Store.DueAsync(Noon, 10));
    }

    [Fact]
    public async Task The_same_operation_is_already_stored_whatever_its_sequence()
    {
        await Store.AppendAsync(Commit(Theirs, 1, "once", null, [1]), null);

        Assert.Equal(AppendResult.AlreadyStored, await Store.AppendAsync(Commit(Theirs, 2, "once", null, [1]), null));
        Assert.Equal(AppendResult.AlreadyStored, await Store.AppendAsync(Commit(Theirs, 1, "once", null, [1]), null));
        Assert.Equal(AppendResult.Stored, await Store.AppendAsync(Commit(Others, 1, "once", null, [1]), null));
        Assert.True(await Store.HasOperationAsync(Theirs, new OperationId("once")));
        Assert.False(await Store.HasOperationAsync(Theirs, new OperationId("never")));
    }

    [Fact]
    public async Task Reading_on_from_a_sequence_is_in_order_and_in_pages()
    {
        for (var n = 1; n <= 25; n++) await Store.AppendAsync(Commit(Theirs, n, $"op-{n}", null, [(byte)n]), null);
        await Store.AppendAsync(Commit(Others, 1, "op", null, [99]), null);

        var page = await Store.AfterAsync(Theirs, 9, 10);

        Assert.Equal(Enumerable.Range(10, 10).Select(n => (long)n), page.Select(commit => commit.Sequence));
        Assert.Equal(25, (await Store.NewestAsync(Theirs))!.Sequence);
        Assert.Empty(await Store.AfterAsync(Theirs, 25, 10));
    }

    [Fact]
    public async Task A_message_is_found_by_its_id_in_its_own_conversation_only()
    {
        await Store.AppendAsync(Commit(Theirs, 1, "op-1", new MessageId(42), [1]), null);
        await Store.AppendAsync(Commit(Theirs, 2, "op-2", null, [2]), null);

        Assert.Equal(1, await Store.FindMessageAsync(Theirs, new MessageId(42)));
        Assert.Null(await Store.FindMessageAsync(Theirs, new MessageId(43)));
        Assert.Null(await Store.FindMessageAsync(Others, new MessageId(42)));
    }

    [Fact]
    public async Task What_is_due_is_found_from_its_time_on_until_a_later_commit_says_otherwise()
    {
        await Store.AppendAsync(Commit(Theirs, 1, "op-1", null, [1]), Work(Theirs, 1, Noon, null));
        await Store.AppendAsync(Commit(Others, 1, "op-1", null, [1]), Work(Others, 1, Noon.AddHours(1), null));

        Assert.Empty(await Store.DueAsync(Noon.AddTicks(-1), 10));
        Assert.Equal([Theirs], await Store.DueAsync(Noon, 10));
        Assert.Equal([Theirs, Others], await Store.DueAsync(Noon.AddHours(1), 10));

        await Store.AppendAsync(Commit(Theirs, 2, "op-2", null, [2]), Work(Theirs, 2, null, null));
        Assert.Equal([Others], await Store.DueAsync(Noon.AddHours(1), 10));
    }

    [Fact]
    public async Task Open_cases_are_listed_as_they_were_written_and_closed_ones_are_not()
    {
        var row = Row(Theirs, 1, CaseStatus.Waiting);
        await Store.AppendAsync(Commit(Theirs, 1, "op-1", null, [1]), Work(Theirs, 1, null, row));
        await Store.AppendAsync(Commit(Others, 1, "op-1", null, [1]), Work(Others, 1, null, Row(Others, 1, CaseStatus.Held)));
        await ReopenAsync();

        var open = await Store.OpenCasesAsync();
        var back = Assert.Single(open, one => one.Conversation == Theirs);
        Assert.Equal(row with { Categories = back.Categories }, back);
        Assert.Equal(row.Categories, back.Categories);
        Assert.Equal(2, open.Count);

        await Store.AppendAsync(Commit(Theirs, 2, "op-2", null, [2]), Work(Theirs, 2, null, Row(Theirs, 2, CaseStatus.Closed)));
        Assert.Equal(Others, Assert.Single(await Store.OpenCasesAsync()).Conversation);
    }

    [Fact]
    public async Task Of_many_writers_of_one_sequence_exactly_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Store.AppendAsync(Commit(Theirs, 1, $"op-{n}", null, [(byte)n]), null)));

        Assert.Single(results, AppendResult.Stored);
        Assert.Equal(49, results.Count(result => result is AppendResult.SequenceTaken));
    }

    private static StoredCommit Commit(ConversationKey key, long sequence, string operation, MessageId? message, byte[] body) =>
        new(key, sequence, new OperationId(operation), Noon, message, body);

    private static WorkItem Work(ConversationKey key, long sequence, DateTimeOffset? due, CaseRow? row) => new(key, sequence, due, row);

    private static CaseRow Row(ConversationKey key, long sequence, CaseStatus status) => new(
        key, sequence, status, RiskLevel.High, [RiskCategory.DrugDebt, RiskCategory.FamilyThreat], ReachableMoment.WantsOut, "en", ChannelKind.Sms,
        Noon, Noon.AddMinutes(1), new Caseworker(new CaseworkerId("ada"), "Ada"), 1, true);
}

public sealed class The_SQLite_store : StoreRules, IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-store-").FullName;
    private SqliteConversationStore store;

    public The_SQLite_store() => store = Open();

    private protected override IConversationStore Store => store;

    private protected override Task ReopenAsync()
    {
        store.Dispose();
        store = Open();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        store.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private SqliteConversationStore Open() => new(Path.Combine(folder, "conversations.db"));
}
