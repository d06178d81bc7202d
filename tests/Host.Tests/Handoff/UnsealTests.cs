using System.Text.Json;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementBot.Host.Tests.Handoff;

/// <summary>A number and a name stand in two messages of a case at level 3; Ada and Ben call as the console does.</summary>
public sealed class An_identifier_in_a_case : IAsyncLifetime
{
    private const string Number = "07700 900123";
    private const string Disclosure = $"they said i owe 2 grand and they know where my sister goes school. ring {Number}";
    private const string Reason = "the police need to reach him";

    private TestBot bot = null!;
    private OutsideClient outside = null!;
    private string key = "";

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        await bot.SayAsync("c", Disclosure, "m1");
        await bot.SayAsync("c", "my name is Jay Smith", "m2");
        key = bot.Services.GetRequiredService<ChannelNames>().Conversation("connector:webchat", "c").Value;
        outside = await OutsideClient.ConnectAsync(bot);
    }

    public async ValueTask DisposeAsync()
    {
        await outside.DisposeAsync();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Does_not_reach_the_console_in_anything_it_can_read()
    {
        await As("ada").ClaimAsync(new OperationId("claim"));
        var file = await As("ada").OpenAsync();
        var read = await As("ben").ReadAsync(0);
        var board = await outside.Cluster.GetGrain<IDispatchBoardGrain>(Dispatch.DefaultTeam).ReadAsync();

        var everything = JsonSerializer.Serialize(file) + JsonSerializer.Serialize(read) + JsonSerializer.Serialize(board);
        Assert.DoesNotContain("900123", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Jay", everything, StringComparison.Ordinal);
        Assert.Contains("ring [phone number hidden]", everything, StringComparison.Ordinal);
        Assert.Contains("my name is [name hidden]", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaves_the_reasons_on_their_words()
    {
        var message = Messages(await As("ada").ReadAsync(0))[0];

        Assert.NotEmpty(message.Risk.Evidence);
        Assert.All(message.Risk.Evidence, found => Assert.Contains(message.Text.Words.Substring(found.Start, found.Length), message.Text.Words, StringComparison.Ordinal));
        Assert.Contains(message.Risk.Evidence, found => message.Text.Words.Substring(found.Start, found.Length).Contains("owe", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_shown_to_whoever_holds_the_case_for_a_reason_and_the_deed_is_on_record_without_the_value()
    {
        await As("ada").ClaimAsync(new OperationId("claim"));
        var sequence = (await As("ada").ReadAsync(0))[0].Sequence;

        var shown = await As("ada").UnsealAsync(new OperationId("unseal"), sequence, 0, $"{Reason} on {Number}");

        Assert.Equal(DeedResult.Done, shown.Deed.Result);
        Assert.Equal(Number, shown.Value?.Words);
        Assert.DoesNotContain(Number, shown.ToString(), StringComparison.Ordinal);
        var record = Assert.Single(Unsealed(await As("ben").ReadAsync(0)));
        Assert.Equal(("ada", sequence, 0, IdentifierKind.Phone), (record.By.Id.Value, record.Message, record.Index, record.Kind));
        Assert.Equal($"{Reason} on [phone number hidden]", record.Reason);
        Assert.DoesNotContain("900123", JsonSerializer.Serialize(await As("ada").OpenAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_refused_to_everybody_else()
    {
        Assert.Equal(DeedResult.NotYours, await RefusedAsync("ada", Reason));
        await As("ada").ClaimAsync(new OperationId("claim"));

        Assert.Equal(DeedResult.HeldByAnother, await RefusedAsync("ben", Reason));
        Assert.Equal(DeedResult.Invalid, await RefusedAsync("ada", "  x "));
        Assert.Equal(DeedResult.Invalid, await RefusedAsync("ada", new string('x', 501)));
        Assert.Equal(DeedResult.Invalid, await RefusedAsync("ada", Reason, index: 1));
        Assert.Equal(DeedResult.Invalid, await RefusedAsync("ada", Reason, index: -1));
        Assert.Equal(DeedResult.Invalid, await RefusedAsync("ada", Reason, sequence: 0));
        Assert.Equal(DeedResult.Invalid, await RefusedAsync("ada", Reason, sequence: 99));
        Assert.Empty(Unsealed(await As("ada").ReadAsync(0)));
    }

    [Fact]
    public async Task Is_refused_below_level_3()
    {
        await As("ada").ClaimAsync(new OperationId("claim"));
        await As("ada").LowerLevelAsync(new OperationId("lower"), RiskLevel.Medium, "settled with his mother");

        Assert.Equal(DeedResult.LevelTooLow, await RefusedAsync("ada", Reason));
    }

    [Fact]
    public async Task Is_refused_without_a_ticket()
    {
        RequestContext.Clear();
        await Assert.ThrowsAnyAsync<Exception>(() => outside.Cluster.GetGrain<ICaseGrain>(key).UnsealAsync(new OperationId("u"), 1, 0, Reason));
    }

    [Fact]
    public async Task Pressed_twice_is_recorded_once_and_an_old_press_opens_nothing_else()
    {
        await As("ada").ClaimAsync(new OperationId("claim"));
        var operation = new OperationId("unseal");

        var first = await As("ada").UnsealAsync(operation, 1, 0, Reason);
        var again = await As("ada").UnsealAsync(operation, 1, 0, Reason);
        var other = await As("ada").UnsealAsync(operation, 2, 0, Reason);
        var claimed = await As("ada").UnsealAsync(new OperationId("claim"), 2, 0, Reason);

        Assert.Equal(first.Value, again.Value);
        Assert.Null(other.Value);
        Assert.Null(claimed.Value);
        Assert.Single(Unsealed(await As("ada").ReadAsync(0)));
    }

    [Fact]
    public async Task Stays_whole_for_the_young_person()
    {
        var written = (await LogReader.CommitsAsync(bot, "connector:webchat", "c")).SelectMany(commit => commit.Events).OfType<ConversationEvent.YoungPersonWrote>().First();

        Assert.Equal(Disclosure, written.Text.Words);
    }

    private async Task<DeedResult> RefusedAsync(string user, string reason, long sequence = 1, int index = 0)
    {
        var receipt = await As(user).UnsealAsync(new OperationId($"{user}-{reason}-{sequence}-{index}"), sequence, index, reason);
        Assert.Null(receipt.Value);
        return receipt.Deed.Result;
    }

    private ICaseGrain As(string user)
    {
        RequestContext.Set(
            CaseworkerTickets.ContextKey,
            new CaseworkerTickets(bot.TicketKey, bot.Clock).Issue(new TicketHolder(new Caseworker(new CaseworkerId(user), user), CaseworkerRole.Caseworker)));
        return outside.Cluster.GetGrain<ICaseGrain>(key);
    }

    private static IReadOnlyList<ConversationEvent.YoungPersonWrote> Messages(IReadOnlyList<LoggedCommit> log) =>
        [.. log.SelectMany(commit => commit.Events).OfType<ConversationEvent.YoungPersonWrote>()];

    private static IEnumerable<ConversationEvent.IdentifierUnsealed> Unsealed(IReadOnlyList<LoggedCommit> log) =>
        log.SelectMany(commit => commit.Events).OfType<ConversationEvent.IdentifierUnsealed>();
}
