using System.Security.Cryptography;
using System.Text;
using EngagementBot.Contracts;
using EngagementBot.Host.Keys;

namespace EngagementBot.Host.Security;

/// <summary>The gateway trusts whoever reaches it, so the silo does not. A grain interface of ours is open to the silos themselves, who
/// prove it with a secret the console does not hold, and the caseworkers' doors to a ticket the console signed. Everything else is denied.</summary>
internal sealed class CallerFilter(CaseworkerTickets tickets, SiloProof proof) : IIncomingGrainCallFilter, IOutgoingGrainCallFilter
{
    public async Task Invoke(IIncomingGrainCallContext context)
    {
        var called = context.InterfaceMethod.DeclaringType;
        var fromSilo = proof.TakeAndCheck();
        if (called is not null && IsOurs(called))
        {
            if (called.IsDefined(typeof(ForCaseworkersAttribute), inherit: false))
                CallerTicket.Set(await tickets.ReadAsync(CallerTicket.Presented) ?? throw new NotAllowedException());
            else if (!fromSilo)
                throw new NotAllowedException();
        }

        await context.Invoke();
    }

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        if (context.InterfaceMethod.DeclaringType is not { } called || !IsOurs(called) || typeof(IGrainObserver).IsAssignableFrom(called))
        {
            await context.Invoke();
            return;
        }

        proof.Give();
        try
        {
            await context.Invoke();
        }
        finally
        {
            SiloProof.TakeBack();
        }
    }

    private static bool IsOurs(Type called) =>
        called.Namespace?.StartsWith("EngagementBot", StringComparison.Ordinal) == true && !typeof(IGrainObserver).IsAssignableFrom(called);
}

/// <summary>What only a silo knows. It rides on calls between silos and is taken off on arrival, so that it never reaches a watcher.</summary>
internal sealed class SiloProof(ServiceKeys keys)
{
    private const string ContextKey = "silo-proof";

    private readonly string secret = Convert.ToBase64String(HMACSHA256.HashData(keys.Names, Encoding.ASCII.GetBytes("silo-proof")));

    public void Give() => RequestContext.Set(ContextKey, secret);

    public static void TakeBack() => RequestContext.Remove(ContextKey);

    public bool TakeAndCheck()
    {
        var presented = RequestContext.Get(ContextKey) as string;
        TakeBack();
        return presented is not null
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(presented), Encoding.ASCII.GetBytes(secret));
    }
}
