namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>How often the console asks, and when it admits that it no longer knows.</summary>
internal static class Rhythm
{
    /// <summary>A feed reads at each nudge and at the latest after this.</summary>
    public static readonly TimeSpan Read = TimeSpan.FromSeconds(2);

    /// <summary>Subscriptions, shifts and leases last 30 seconds and are renewed this often.</summary>
    public static readonly TimeSpan Renew = TimeSpan.FromSeconds(10);

    /// <summary>A call that takes longer counts as failed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Nothing read for this long is "not live".</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(6);
}
