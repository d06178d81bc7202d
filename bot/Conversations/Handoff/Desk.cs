using System.Collections.Immutable;

namespace EngagementBot.Conversations.Handoff;

/// <summary>Who is there, as known at the moment of the turn: what is said about people follows it.</summary>
/// <param name="OnShift">Caseworkers present now.</param>
/// <param name="WaitingByLevel">Cases waiting, indexed by level 0 to 4.</param>
[GenerateSerializer, Immutable]
public sealed record Desk([property: Id(0)] int OnShift, [property: Id(1)] ImmutableArray<int> WaitingByLevel)
{
    public static Desk Empty { get; } = new(0, [0, 0, 0, 0, 0]);

    public bool IsStaffed => OnShift > 0;

    /// <summary>Cases of this level or above that are already waiting.</summary>
    public int Ahead(RiskLevel level) => WaitingByLevel.Skip((int)level).Sum();
}
