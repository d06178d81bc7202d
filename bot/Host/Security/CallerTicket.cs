using EngagementBot.Contracts;

namespace EngagementBot.Host.Security;

/// <summary>Thrown to a caller without a valid ticket. It says nothing about the case.</summary>
[GenerateSerializer]
public sealed class NotAllowedException() : Exception("This call needs a valid caseworker ticket.");

/// <summary>The proven caller of the call being handled.</summary>
internal static class CallerTicket
{
    /// <exception cref="NotAllowedException">The call carries no proven caller.</exception>
    public static TicketHolder Current =>
        Holder.Value ?? throw new NotAllowedException();

    private static readonly AsyncLocal<TicketHolder?> Holder = new();

    public static void Set(TicketHolder holder) => Holder.Value = holder;

    public static string? Presented => RequestContext.Get(CaseworkerTickets.ContextKey) as string;
}
