namespace EngagementBot.HandoffConsole.SignIn;

/// <summary>Counts tries per account, never per address: a whole team may sit behind one. Names nobody has are counted alike.</summary>
public sealed class SignInAttempts(TimeProvider clock)
{
    public const int PerWindow = 10;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    // A fixed number of slots, so that made-up names cannot fill the memory.
    private const int Slots = 4096;
    private readonly Slot[] slots = new Slot[Slots];
    private readonly Lock gate = new();

    /// <summary>Counts one try; false when this account has had too many within the window.</summary>
    public bool TryBegin(string user)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            ref var slot = ref slots[(uint)user.GetHashCode(StringComparison.OrdinalIgnoreCase) % Slots];
            if (now - slot.From >= Window) slot = new Slot(now, 0);
            if (slot.Count >= PerWindow) return false;

            slot = slot with { Count = slot.Count + 1 };
            return true;
        }
    }

    private readonly record struct Slot(DateTimeOffset From, int Count);
}
