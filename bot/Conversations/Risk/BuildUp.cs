using System.Collections.Immutable;

namespace EngagementBot.Conversations.Risk;

/// <summary>Several lower signals over a conversation may add up: gifts, then "just holding something", then "he says I owe him".</summary>
internal static class BuildUp
{
    public static RiskLevel Level(ImmutableDictionary<RiskCategory, RiskLevel> signals)
    {
        var groomed = signals.GetValueOrDefault(RiskCategory.Grooming) >= RiskLevel.Low;
        var working = signals.GetValueOrDefault(RiskCategory.ForcedCriminality) >= RiskLevel.Medium;
        var owing = signals.GetValueOrDefault(RiskCategory.DrugDebt) >= RiskLevel.Medium;

        if (owing && working) return RiskLevel.High;
        if (groomed && (working || owing)) return RiskLevel.Medium;
        return signals.Count(signal => signal.Value >= RiskLevel.Low && IsHarm(signal.Key)) >= 3 ? RiskLevel.Medium : RiskLevel.None;
    }

    // About whom and for whom, not what.
    private static bool IsHarm(RiskCategory category) =>
        category is not (RiskCategory.ThirdPartyConcern or RiskCategory.AsksHuman or RiskCategory.WantsOut);
}
