namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>The bot may start a moment after the console: tries again once a second, then gives up.</summary>
internal sealed class PatientConnection(int tries) : IClientConnectionRetryFilter
{
    private int tried;

    public async Task<bool> ShouldRetryConnectionAttempt(Exception exception, CancellationToken cancellationToken)
    {
        if (++tried >= tries) return false;
        await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);
        return true;
    }
}
