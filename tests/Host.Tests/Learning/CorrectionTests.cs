using System.Text.Json;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.Host.Conversations;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Storage;
using EngagementBot.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementBot.Host.Tests.Learning;

/// <summary>Through the caseworkers' door, on the running host.</summary>
public sealed class A_correction : IAsyncLifetime
{
    private const string Disclosure = "they said i owe 2 grand and they know where my sister goes school";
    private const string Calm = "what time does the library by us close";

    private TestBot bot = null!;
    private OutsideClient outside = null!;
    private ConversationKey key;
    private string caller = "ada";

    // A ticket rides in the context of the calling method, so each call takes it along anew.
    private ICaseGrain Case
    {
        get
        {
            RequestContext.Set(
                CaseworkerTickets.ContextKey,
                new CaseworkerTickets(bot.TicketKey, bot.Clock).Issue(new TicketHolder(new Caseworker(new CaseworkerId(caller), caller), CaseworkerRole.Caseworker)));
            return outside.Cluster.GetGrain<ICaseGrain>(key.Value);
        }
    }

    private IRiskLabelStore Labels => bot.Services.GetRequiredService<IRiskLabelStore>();

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        await bot.SayAsync("c", Disclosure, "m1");
        await bot.SayAsync("c", Calm, "m2");
        key = bot.Services.GetRequiredService<ChannelNames>().Conversation("connector:webchat", "c");
        outside = await OutsideClient.ConnectAsync(bot);
    }

    public async ValueTask DisposeAsync()
    {
        await outside.DisposeAsync();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Stands_in_the_log_and_only_the_invented_sentence_leaves_it()
    {
        var receipt = await Case.CorrectAsync(new OperationId("one"), await MissedAsync("the man my cousin works for wants paying by tomorrow night"));

        Assert.Equal(DeedResult.Done, receipt.Result);
        var kept = Assert.Single((await Case.ReadAsync(0)).SelectMany(commit => commit.Events).OfType<ConversationEvent.RiskCorrected>());
        Assert.Equal(("ada", RiskLevel.Immediate), (kept.By.Id.Value, kept.Level));
        var label = Assert.Single(await Labels.ReadAsync(RiskLabelStatus.Waiting));
        Assert.Equal("the man my cousin works for wants paying by tomorrow night", label.Text);
        Assert.Equal((RiskLevel.Immediate, CorrectionKind.Missed, Immediacy.Dated), (label.Level, label.Kind, label.Immediacy));
        Assert.Equal([RiskCategory.DrugDebt], label.Categories);
    }

    [Fact]
    public async Task Of_something_missed_raises_the_case_on_the_board()
    {
        Assert.Equal(RiskLevel.High, (await Case.OpenAsync())!.Row.Level);

        await Case.CorrectAsync(new OperationId("one"), await MissedAsync());

        var row = Assert.Single((await outside.Cluster.GetGrain<IDispatchBoardGrain>(Dispatch.DefaultTeam).ReadAsync()).Cases);
        Assert.Equal((RiskLevel.Immediate, CaseStatus.Waiting), (row.Level, row.Status));
    }

    [Fact]
    public async Task Pressed_twice_is_kept_once_also_after_another_has_taken_the_case()
    {
        var correction = await MissedAsync("the man my cousin works for wants paying by tomorrow night");

        var first = await Case.CorrectAsync(new OperationId("one"), correction);
        var again = await Case.CorrectAsync(new OperationId("one"), correction);
        caller = "sam";
        await Case.ClaimAsync(new OperationId("claim"));
        caller = "ada";
        var late = await Case.CorrectAsync(new OperationId("one"), correction);

        Assert.Equal([DeedResult.Done, DeedResult.Done, DeedResult.Done], [first.Result, again.Result, late.Result]);
        Assert.Equal(first.Sequence, again.Sequence);
        Assert.Single((await Case.ReadAsync(0)).SelectMany(commit => commit.Events).OfType<ConversationEvent.RiskCorrected>());
        Assert.Single(await Labels.ReadAsync(null));
    }

    [Fact]
    public async Task Is_refused_where_another_holds_the_case_and_where_there_is_none()
    {
        var correction = await MissedAsync("the man my cousin works for wants paying by tomorrow night");
        caller = "sam";
        await Case.ClaimAsync(new OperationId("claim"));
        caller = "ada";

        Assert.Equal(DeedResult.HeldByAnother, (await Case.CorrectAsync(new OperationId("one"), correction)).Result);
        Assert.Equal(DeedResult.NotOpen, (await outside.Cluster.GetGrain<ICaseGrain>("nobody").CorrectAsync(new OperationId("one"), correction)).Result);
        RequestContext.Clear();
        await Assert.ThrowsAnyAsync<Exception>(() => outside.Cluster.GetGrain<ICaseGrain>(key.Value).CorrectAsync(new OperationId("one"), correction));
        Assert.Empty(await Labels.ReadAsync(null));
    }

    [Theory]
    [InlineData("What time does the library by us close?")]
    [InlineData("she told him they know where my sister goes now")]
    public async Task With_a_sentence_taken_from_any_of_their_messages_is_refused_and_leaves_nothing(string copied)
    {
        var receipt = await Case.CorrectAsync(new OperationId("one"), await MissedAsync(copied));

        Assert.Equal(DeedResult.SentenceTooNear, receipt.Result);
        Assert.DoesNotContain((await Case.ReadAsync(0)).SelectMany(commit => commit.Events), happened => happened is ConversationEvent.RiskCorrected);
        Assert.Empty(await Labels.ReadAsync(null));
    }

    [Fact]
    public async Task Cannot_bring_a_copied_sentence_in_under_the_name_of_a_press_that_was_done()
    {
        await Case.CorrectAsync(new OperationId("one"), await MissedAsync());

        await Case.CorrectAsync(new OperationId("one"), await MissedAsync(Calm));

        Assert.Empty(await Labels.ReadAsync(null));
    }

    [Fact]
    public async Task Is_kept_with_its_sentence_while_a_case_waits_for_a_second_look()
    {
        var correction = await MissedAsync("the man my cousin works for wants paying by tomorrow night");
        await Case.CorrectAsync(new OperationId("raise"), correction with { Example = null });
        var seen = (await Case.ClaimAsync(new OperationId("claim"))).Sequence;
        await Case.CloseAsync(new OperationId("close"), new Closing(CaseOutcome.ReachedAPerson, SharingDecision.NotShared), seen);
        caller = "sam";

        var receipt = await Case.CorrectAsync(new OperationId("one"), correction);

        Assert.Equal(DeedResult.Done, receipt.Result);
        Assert.Equal(CaseStatus.SecondLook, (await Case.OpenAsync())!.Row.Status);
        Assert.Single(await Labels.ReadAsync(null));
    }

    [Fact]
    public async Task Of_a_commit_without_a_message_is_refused()
    {
        var claimed = await Case.ClaimAsync(new OperationId("claim"));

        Assert.Equal(DeedResult.Invalid, (await Case.CorrectAsync(new OperationId("one"), await MissedAsync() with { Sequence = claimed.Sequence })).Result);
        Assert.Equal(DeedResult.Invalid, (await Case.CorrectAsync(new OperationId("two"), await MissedAsync() with { Sequence = 999 })).Result);
    }

    [Fact]
    public async Task Leaves_nothing_that_leads_back_once_the_conversation_is_forgotten()
    {
        await Case.CorrectAsync(new OperationId("zyxoperationzyx"), await MissedAsync("the man my cousin works for wants paying by tomorrow night"));
        Assert.True(IsOnDisk("zyxoperationzyx"));
        Assert.False(IsOnDisk(key.Value));
        Assert.False(IsOnDisk("they know where my sister"));

        await bot.Services.GetRequiredService<RiskLabels>().ForgetAsync(key);

        Assert.Single(await Labels.ReadAsync(null));
        Assert.False(HasPointer());
    }

    [Fact]
    public void Comes_back_from_disk_as_it_went()
    {
        var kept = new ConversationEvent.RiskCorrected(
            new Caseworker(new CaseworkerId("ada"), "Ada"), CorrectionKind.NotRisk, 3, RiskLevel.Low, [RiskCategory.Grooming], new PhraseSpan(0, 4));

        var stored = JsonSerializer.Serialize(new CommitBody([kept], Conversation.New), StorageJson.Default.CommitBody);
        var back = Assert.IsType<ConversationEvent.RiskCorrected>(Assert.Single(JsonSerializer.Deserialize(stored, StorageJson.Default.CommitBody)!.Events));

        Assert.Equal(kept with { Categories = back.Categories }, back);
        Assert.Equal(kept.Categories, back.Categories);
    }

    private bool HasPointer()
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={LabelFile};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM labels WHERE conversation IS NOT NULL OR sequence IS NOT NULL OR operation IS NOT NULL";
        return (long)command.ExecuteScalar()! > 0;
    }

    private string LabelFile => Path.Combine(bot.Folder, SqliteRiskLabelStore.FileName);

    private bool IsOnDisk(string words) => new[] { LabelFile, LabelFile + "-wal" }.Where(File.Exists).Any(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
        return reader.ReadToEnd().Contains(words, StringComparison.Ordinal);
    });

    private async Task<RiskCorrection> MissedAsync(string? sentence = null)
    {
        var heard = (await Case.ReadAsync(0)).Last(commit => commit.Events.OfType<ConversationEvent.YoungPersonWrote>().Any());
        return new RiskCorrection(
            CorrectionKind.Missed, heard.Sequence, RiskLevel.Immediate, [RiskCategory.DrugDebt],
            Example: sentence is null ? null : new InventedSentence(new MessageText(sentence), "en", null, Speaker.Friend, Immediacy.Dated));
    }
}
