using System.Collections.Immutable;
using EngagementBot.Conversations;

namespace EngagementBot.HandoffConsole.Feeds;

/// <param name="Calls">Calls in this caseworker's name.</param>
/// <param name="Browsers">Pages of theirs that are connected now.</param>
public sealed record PresentCaseworker(CaseworkerCalls Calls, int Browsers);

/// <summary>Which caseworkers have a page of this process open, and who of them is on shift. Never stored.</summary>
public sealed class Presence
{
    private ImmutableDictionary<CaseworkerId, PresentCaseworker> present = ImmutableDictionary<CaseworkerId, PresentCaseworker>.Empty;
    private ImmutableHashSet<CaseworkerId> offShift = [];

    public event Action? Changed;

    public IReadOnlyCollection<PresentCaseworker> Everyone => [.. present.Values];

    public void Arrive(CaseworkerCalls calls)
    {
        ImmutableInterlocked.AddOrUpdate(ref present, calls.Me,
            new PresentCaseworker(calls, 1), (_, known) => new PresentCaseworker(calls, known.Browsers + 1));
        Changed?.Invoke();
    }

    public void Leave(CaseworkerId caseworker)
    {
        ImmutableInterlocked.Update(ref present, people => people.TryGetValue(caseworker, out var known)
            ? known.Browsers > 1 ? people.SetItem(caseworker, known with { Browsers = known.Browsers - 1 }) : people.Remove(caseworker)
            : people);
        Changed?.Invoke();
    }

    public bool IsOnShift(CaseworkerId caseworker) => !offShift.Contains(caseworker);

    /// <summary>Signing in starts a shift.</summary>
    public void StartShift(CaseworkerId caseworker)
    {
        ImmutableInterlocked.Update(ref offShift, people => people.Remove(caseworker));
        Changed?.Invoke();
    }

    public void EndShift(CaseworkerId caseworker)
    {
        ImmutableInterlocked.Update(ref offShift, people => people.Add(caseworker));
        Changed?.Invoke();
    }
}
