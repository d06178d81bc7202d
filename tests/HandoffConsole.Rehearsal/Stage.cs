using System.Collections.Concurrent;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;

namespace EngagementBot.HandoffConsole.Rehearsal;

/// <summary>All played cases of one silo, in memory: the console's other side without a bot.</summary>
public sealed class Stage(TimeProvider clock)
{
    private readonly ConcurrentDictionary<ConversationKey, PlayedCase> cases = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> shifts = [];
    private long version;

    public event Action<long>? BoardChanged;

    public TimeProvider Clock => clock;

    public PlayedCase Add(string key)
    {
        var played = new PlayedCase(new ConversationKey(key), this);
        cases[played.Key] = played;
        return played;
    }

    public PlayedCase? Find(string key) => cases.GetValueOrDefault(new ConversationKey(key));

    public void Touch() => BoardChanged?.Invoke(Interlocked.Increment(ref version));

    public void OnShift(string alias)
    {
        var known = shifts.ContainsKey(alias);
        shifts[alias] = clock.GetUtcNow();
        if (!known) Touch();
    }

    public void OffShift(string alias)
    {
        if (shifts.TryRemove(alias, out _)) Touch();
    }

    public DispatchBoard Board()
    {
        var rows = cases.Values.Select(played => played.Row()).Where(row => row.Status is not (CaseStatus.None or CaseStatus.Closed))
            .OrderBy(row => row.Status is CaseStatus.Held)
            .ThenByDescending(row => row.Level)
            .ThenByDescending(row => row.Moment is not null)
            .ThenBy(row => row.QueuedAt);
        var here = shifts.Where(shift => clock.GetUtcNow() - shift.Value < TimeSpan.FromSeconds(30)).Select(shift => shift.Key).Order();
        return new DispatchBoard(Interlocked.Read(ref version), [.. rows], [.. here]);
    }
}
