using EngagementBot.Contracts;

namespace EngagementBot.Host.Conversations;

/// <summary>The courier's door: what is owed, and what came of taking it out.</summary>
[Alias("IDeliveryGrain")]
public interface IDeliveryGrain : IGrainWithStringKey
{
    /// <summary>Commits whose words have to be pushed now, oldest first; empty while a pause after a failure lasts.</summary>
    Task<IReadOnlyList<LoggedCommit>> OwedAsync();

    /// <summary>The channel has taken everything owed up to this sequence.</summary>
    Task DeliveredAsync(long through);

    Task DeliveryFailedAsync(long sequence);
}

/// <summary>Takes what conversations owe to channels that have to be pushed to.</summary>
public interface IPushDelivery
{
    /// <summary>Returns at once; a hanging channel blocks no conversation.</summary>
    void Wake(EngagementBot.Conversations.ConversationKey conversation);
}

/// <summary>How long to leave a failing channel alone: 2 s doubling to 5 minutes. The service never gives up on a reply it owes.</summary>
internal static class RetryPause
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private const int MostDoublings = 8;

    public static TimeSpan After(int failures)
    {
        var pause = First * (1 << Math.Min(failures, MostDoublings));
        return pause < Longest ? pause : Longest;
    }
}
