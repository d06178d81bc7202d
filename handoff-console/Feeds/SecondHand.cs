namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>Ticks once a second for one page, so that every figure on it moves together.</summary>
public sealed class SecondHand : IDisposable
{
    private readonly TimeProvider clock;
    private readonly ITimer timer;

    public SecondHand(TimeProvider clock)
    {
        this.clock = clock;
        timer = clock.CreateTimer(_ => Ticked?.Invoke(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
    }

    public event Action? Ticked;

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Dispose() => timer.Dispose();
}
