using EngagementBot.Conversations.Handoff;
using Orleans.Concurrency;

namespace EngagementBot.Contracts;

/// <summary>Who waits and who is on shift, as one ordered list.</summary>
/// <param name="Version">Grows with every change since the grain woke; compare for inequality only.</param>
/// <param name="Cases">Open cases in the order they should be taken (see Queue ordering), held ones last.</param>
/// <param name="OnShift">Caseworkers present now, by alias.</param>
[GenerateSerializer, Immutable]
public sealed record DispatchBoard(
    [property: Id(0)] long Version,
    [property: Id(1)] IReadOnlyList<CaseRow> Cases,
    [property: Id(2)] IReadOnlyList<string> OnShift);

/// <summary>The caseworkers' door to a team's queue; key "default" until teams exist.</summary>
[Alias("IDispatchBoardGrain"), ForCaseworkers]
public interface IDispatchBoardGrain : IGrainWithStringKey
{
    Task<DispatchBoard> ReadAsync();

    /// <summary>The caller is on shift for 30 seconds; call every 10.</summary>
    Task ComeOnShiftAsync();

    Task GoOffShiftAsync();

    /// <summary>Nudged at each change for 30 seconds; renew every 10.</summary>
    Task WatchAsync(IDispatchWatcher watcher);
}

[Alias("IDispatchWatcher")]
public interface IDispatchWatcher : IGrainObserver
{
    [OneWay]
    Task ChangedAsync(long version);
}

/// <summary>The silo's own door to the queue: a projection, rebuilt from the stored rows when it wakes.</summary>
[Alias("IDispatchGrain")]
public interface IDispatchGrain : IGrainWithStringKey
{
    /// <summary>An older row than the one known is ignored.</summary>
    Task CaseChangedAsync(CaseRow row);

    Task<Desk> DeskAsync();
}

public static class Dispatch
{
    public const string DefaultTeam = "default";
}
