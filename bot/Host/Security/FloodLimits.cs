using System.Threading.RateLimiting;
using EngagementBot.Conversations;

namespace EngagementBot.Host.Security;

/// <summary>How fast messages are taken: per conversation and for the service as a whole, never per address, because a school assembly
/// is a burst behind one.</summary>
/// <param name="Burst">Messages one conversation may send at once; at least 30.</param>
/// <param name="PerSecond">Messages a second one conversation may keep up.</param>
/// <param name="AppPerSecond">Messages a second the service takes.</param>
public sealed record FloodSettings(int Burst = 60, int PerSecond = 5, int AppPerSecond = 20_000);

internal sealed class FloodLimits : IDisposable
{
    private readonly PartitionedRateLimiter<ConversationKey> conversations;
    private readonly TokenBucketRateLimiter app;

    public FloodLimits(FloodSettings settings)
    {
        conversations = PartitionedRateLimiter.Create<ConversationKey, ConversationKey>(
            key => RateLimitPartition.GetTokenBucketLimiter(key, _ => Bucket(settings.Burst, settings.PerSecond)));
        app = new TokenBucketRateLimiter(Bucket(settings.AppPerSecond * 2, settings.AppPerSecond));
    }

    /// <summary>Null if the message may pass, else how long to wait.</summary>
    public TimeSpan? Check(ConversationKey conversation)
    {
        using var own = conversations.AttemptAcquire(conversation);
        if (!own.IsAcquired) return Wait(own);

        using var all = app.AttemptAcquire();
        return all.IsAcquired ? null : Wait(all);
    }

    public void Dispose()
    {
        conversations.Dispose();
        app.Dispose();
    }

    private static TimeSpan Wait(RateLimitLease lease) =>
        lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);

    private static TokenBucketRateLimiterOptions Bucket(int burst, int perSecond) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        QueueLimit = 0,
        AutoReplenishment = true,
    };
}
