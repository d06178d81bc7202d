using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementBot.Host.Tests.Handoff;

/// <summary>A process outside the silo, as the console is one.</summary>
public sealed class A_caller_from_outside : IAsyncLifetime
{
    private const string Disclosure = "they said i owe 2 grand and they know where my sister goes school";

    private TestBot bot = null!;
    private OutsideClient outside = null!;
    private string key = "";

    private IClusterClient Client => outside.Cluster;

    private ICaseGrain Case => Client.GetGrain<ICaseGrain>(key);

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.StartAsync();
        await bot.SayAsync("c", Disclosure, "m1");
        key = bot.Services.GetRequiredService<ChannelNames>().Conversation("connector:webchat", "c").Value;
        outside = await OutsideClient.ConnectAsync(bot);
    }

    public async ValueTask DisposeAsync()
    {
        await outside.DisposeAsync();
        await bot.DisposeAsync();
    }

    [Fact]
    public async Task Is_denied_without_a_ticket_and_with_a_forged_or_expired_one()
    {
        RequestContext.Clear();
        await Assert.ThrowsAnyAsync<Exception>(() => Case.OpenAsync());

        Carry(new CaseworkerTickets(new byte[CaseworkerTickets.KeyBytes], bot.Clock));
        await Assert.ThrowsAnyAsync<Exception>(() => Case.ClaimAsync(new OperationId("forged")));

        Carry(new CaseworkerTickets(bot.TicketKey, bot.Clock));
        bot.Clock.Advance(CaseworkerTickets.Lifetime + TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<Exception>(() => Case.OpenAsync());
    }

    [Fact]
    public async Task Is_denied_the_silos_own_doors_even_with_a_ticket()
    {
        Carry(new CaseworkerTickets(bot.TicketKey, bot.Clock));

        await Assert.ThrowsAnyAsync<Exception>(() => Client.GetGrain<IConversationGrain>(key).ReadAsync(0));
        await Assert.ThrowsAnyAsync<Exception>(() => Client.GetGrain<IDispatchGrain>(Dispatch.DefaultTeam).DeskAsync());
    }

    [Fact]
    public async Task With_a_ticket_sees_the_case_claims_it_answers_and_closes_it()
    {
        Carry(new CaseworkerTickets(bot.TicketKey, bot.Clock));
        var row = Assert.Single((await Client.GetGrain<IDispatchBoardGrain>(Dispatch.DefaultTeam).ReadAsync()).Cases);
        Assert.Equal(CaseStatus.Waiting, row.Status);

        Assert.Equal(DeedResult.Done, (await Case.ClaimAsync(new OperationId("claim"))).Result);
        var file = await Case.OpenAsync();
        var seen = file!.Log[^1].Sequence;
        Assert.Equal(DeedResult.OutOfReach, (await Case.SayAsync(new OperationId("say"), new MessageText("Hi, I'm Ada."), seen)).Result);
        Assert.Equal(DeedResult.SharingDecisionMissing, (await Case.CloseAsync(new OperationId("close"), new Closing(CaseOutcome.AgreedStep, null), seen)).Result);
        Assert.Equal(DeedResult.Done, (await Case.CloseAsync(new OperationId("close-2"), new Closing(CaseOutcome.AgreedStep, SharingDecision.NotShared), seen)).Result);
        Assert.Empty((await Client.GetGrain<IDispatchBoardGrain>(Dispatch.DefaultTeam).ReadAsync()).Cases);
    }

    [Fact]
    public async Task Of_many_claims_at_once_exactly_one_wins_and_the_others_learn_whose_it_is()
    {
        var tickets = new CaseworkerTickets(bot.TicketKey, bot.Clock);
        for (var race = 0; race < 25; race++)
        {
            await bot.SayAsync($"race-{race}", Disclosure, "m1");
            var raced = bot.Services.GetRequiredService<ChannelNames>().Conversation("connector:webchat", $"race-{race}").Value;
            var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => ClaimAsync(raced, tickets, $"worker{n}")));

            Assert.Single(receipts, receipt => receipt.Result is DeedResult.Done);
            Assert.All(receipts.Where(receipt => receipt.Result is not DeedResult.Done), lost =>
            {
                Assert.Equal(DeedResult.HeldByAnother, lost.Result);
                Assert.NotNull(lost.Owner);
            });
        }
    }

    [Fact]
    public async Task Pressing_twice_does_it_once()
    {
        Carry(new CaseworkerTickets(bot.TicketKey, bot.Clock));
        var seen = (await Case.ClaimAsync(new OperationId("claim"))).Sequence;
        var closed = new OperationId("close");
        var closing = new Closing(CaseOutcome.ReachedAPerson, SharingDecision.NotNeeded);

        var first = await Case.CloseAsync(closed, closing, seen);
        var again = await Case.CloseAsync(closed, closing, seen);

        Assert.Equal(DeedResult.Done, first.Result);
        Assert.Equal(DeedResult.Done, again.Result);
        Assert.Equal(first.Sequence, again.Sequence);
    }

    [Fact]
    public async Task Nothing_is_ended_over_words_that_nobody_has_read()
    {
        Carry(new CaseworkerTickets(bot.TicketKey, bot.Clock));
        var seen = (await Case.ClaimAsync(new OperationId("claim"))).Sequence;
        await bot.SayAsync("c", "one more thing", "late");
        var closing = new Closing(CaseOutcome.ReachedAPerson, SharingDecision.NotShared);

        Assert.Equal(DeedResult.UnseenMessages, (await Case.CloseAsync(new OperationId("close"), closing, seen)).Result);
        Assert.Equal(DeedResult.UnseenMessages, (await Case.ReturnToBotAsync(new OperationId("return"), "safe now", seen)).Result);

        var read = (await Case.OpenAsync())!.Log[^1].Sequence;
        Assert.Equal(DeedResult.Done, (await Case.ReturnToBotAsync(new OperationId("return"), "safe now", read)).Result);
    }

    private async Task<DeedReceipt> ClaimAsync(string conversation, CaseworkerTickets tickets, string user)
    {
        Carry(tickets, user);
        return await Client.GetGrain<ICaseGrain>(conversation).ClaimAsync(new OperationId(user));
    }

    private static void Carry(CaseworkerTickets tickets, string user = "ada") => RequestContext.Set(
        CaseworkerTickets.ContextKey, tickets.Issue(new TicketHolder(new Caseworker(new CaseworkerId(user), user), CaseworkerRole.Caseworker)));
}
