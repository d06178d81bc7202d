using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.Transcripts;

namespace EngagementBot.Host.Tests.Transcripts;

/// <summary>Caseworkers at their consoles: outside the silo, each call with their own ticket.</summary>
internal sealed class CaseworkerDesk(IClusterClient client, CaseworkerTickets tickets)
{
    private IReadOnlyList<string> present = [];
    private int operations;

    private IDispatchBoardGrain Dispatching => client.GetGrain<IDispatchBoardGrain>(Dispatch.DefaultTeam);

    public async Task SetPresentAsync(IReadOnlyList<string> aliases)
    {
        foreach (var gone in present.Except(aliases)) await As(gone).GoOffShiftAsync();
        present = aliases;
        foreach (var alias in present) await As(alias).ComeOnShiftAsync();
    }

    /// <summary>What every open console does every ten seconds.</summary>
    public async Task RenewAsync(string key)
    {
        foreach (var alias in present)
        {
            await As(alias).ComeOnShiftAsync();
            await Case(alias, key).RenewAsync();
        }
    }

    public ICaseGrain Case(string alias, string key)
    {
        Carry(alias);
        return client.GetGrain<ICaseGrain>(key);
    }

    public Task<DispatchBoard> BoardAsync() => As("Onlooker").ReadAsync();

    public async Task<DeedReceipt> DoAsync(string alias, string key, CaseworkerDeed deed)
    {
        var door = Case(alias, key);
        var operation = new OperationId($"{key}-{++operations}");
        if (deed is CaseworkerDeed.Unseal unseal) return await UnsealAsync(alias, key, operation, unseal);

        return deed switch
        {
            CaseworkerDeed.Take => await door.ClaimAsync(operation),
            CaseworkerDeed.Say say => await door.SayAsync(operation, new MessageText(say.Text), await NewestAsync(door)),
            CaseworkerDeed.ReturnToBot back => await door.ReturnToBotAsync(operation, back.Reason, await NewestAsync(door)),
            CaseworkerDeed.Close close => await door.CloseAsync(operation, close.Closing, await NewestAsync(door)),
            CaseworkerDeed.AgreeToClosing => await door.ConfirmClosingAsync(operation, await NewestAsync(door)),
            CaseworkerDeed.LowerLevel lower => await door.LowerLevelAsync(operation, lower.To, lower.Reason),
            CaseworkerDeed.Correct correct => await door.CorrectAsync(operation, new RiskCorrection(correct.Kind, await LastHeardAsync(door), correct.Level, correct.Categories)),
            _ => throw new InvalidOperationException($"Nobody does {deed.GetType().Name}."),
        };
    }

    private async Task<DeedReceipt> UnsealAsync(string alias, string key, OperationId operation, CaseworkerDeed.Unseal deed)
    {
        var (sequence, index) = (await Case(alias, key).ReadAsync(0))
            .SelectMany(commit => commit.Events.OfType<ConversationEvent.YoungPersonWrote>()
                .SelectMany(message => (message.Identifiers ?? []).Select((hidden, place) => (hidden.Kind, commit.Sequence, Place: place))))
            .Where(hidden => hidden.Kind == deed.Kind)
            .Select(hidden => (hidden.Sequence, hidden.Place))
            .Last();
        return (await Case(alias, key).UnsealAsync(operation, sequence, index, deed.Reason)).Deed;
    }

    private static async Task<long> NewestAsync(ICaseGrain door) =>
        await door.OpenAsync() is { Log: [.., var newest] } ? newest.Sequence : 0;

    private static async Task<long> LastHeardAsync(ICaseGrain door) =>
        (await door.ReadAsync(0)).Last(commit => commit.Events.OfType<ConversationEvent.YoungPersonWrote>().Any()).Sequence;

    private IDispatchBoardGrain As(string alias)
    {
        Carry(alias);
        return Dispatching;
    }

    private void Carry(string alias) => RequestContext.Set(
        CaseworkerTickets.ContextKey,
        tickets.Issue(new TicketHolder(new Caseworker(new CaseworkerId(alias.ToLowerInvariant()), alias), CaseworkerRole.Caseworker)));
}
