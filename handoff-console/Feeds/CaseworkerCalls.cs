using EngagementBot.Contracts;
using EngagementBot.Conversations;

namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>The grains as one signed-in caseworker may call them: each call carries their signed ticket.</summary>
public sealed class CaseworkerCalls(IGrainFactory grains, CaseworkerTickets tickets, TimeProvider clock, TicketHolder holder)
{
    // A ticket is valid for two minutes; half of that leaves room for a slow call.
    private static readonly TimeSpan TicketKept = TimeSpan.FromSeconds(50);

    private volatile Kept? kept;

    public TicketHolder Holder => holder;

    public CaseworkerId Me => holder.Caseworker.Id;

    public async Task<T> CaseAsync<T>(ConversationKey conversation, Func<ICaseGrain, Task<T>> call)
    {
        // Set in this method only: the request context flows into the call and ends with it.
        RequestContext.Set(CaseworkerTickets.ContextKey, Ticket());
        return await call(grains.GetGrain<ICaseGrain>(conversation.Value));
    }

    public async Task CaseAsync(ConversationKey conversation, Func<ICaseGrain, Task> call)
    {
        RequestContext.Set(CaseworkerTickets.ContextKey, Ticket());
        await call(grains.GetGrain<ICaseGrain>(conversation.Value));
    }

    public async Task<T> BoardAsync<T>(Func<IDispatchBoardGrain, Task<T>> call)
    {
        RequestContext.Set(CaseworkerTickets.ContextKey, Ticket());
        return await call(grains.GetGrain<IDispatchBoardGrain>(Dispatch.DefaultTeam));
    }

    public async Task BoardAsync(Func<IDispatchBoardGrain, Task> call)
    {
        RequestContext.Set(CaseworkerTickets.ContextKey, Ticket());
        await call(grains.GetGrain<IDispatchBoardGrain>(Dispatch.DefaultTeam));
    }

    private string Ticket()
    {
        var now = clock.GetUtcNow();
        if (kept is { } current && now - current.From < TicketKept) return current.Ticket;

        var ticket = tickets.Issue(holder);
        kept = new Kept(ticket, now);
        return ticket;
    }

    private sealed record Kept(string Ticket, DateTimeOffset From);
}

/// <summary>Makes the calls of whoever is signed in.</summary>
public sealed class CaseworkerDoor(IGrainFactory grains, CaseworkerTickets tickets, TimeProvider clock)
{
    public CaseworkerCalls For(TicketHolder holder) => new(grains, tickets, clock, holder);
}
