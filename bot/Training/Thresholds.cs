using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Training;

/// <summary>From which probability a level counts as reached, chosen on messages the weights had not seen. A missed child weighs more than a
/// false alarm: at 3 and 4 recall comes first.</summary>
internal static class Thresholds
{
    private const double RecallAtHigh = 0.93;
    private const double RecallAtImmediate = 0.85;
    private const double FalseAlarmsAtMedium = 0.05;
    private const float AgreesFrom = 0.4f;

    public static Dictionary<string, float> From(IReadOnlyList<Unseen> unseen)
    {
        var chosen = new Dictionary<string, float>
        {
            [HeadNames.Level(1)] = ForFalseAlarms(unseen, 1, 0.12),
            [HeadNames.Level(2)] = ForFalseAlarms(unseen, 2, FalseAlarmsAtMedium),
            [HeadNames.Level(3)] = ForRecall(unseen, 3, RecallAtHigh),
            [HeadNames.Level(4)] = ForRecall(unseen, 4, RecallAtImmediate),
        };
        for (var level = 1; level <= 4; level++) chosen[HeadNames.Agrees(level)] = chosen[HeadNames.Level(level)] * AgreesFrom;
        return chosen;
    }

    /// <summary>The highest threshold that still finds this share of the messages at or above the level.</summary>
    private static float ForRecall(IReadOnlyList<Unseen> unseen, int level, double recall)
    {
        var found = unseen.Where(one => one.Example.Level >= level).Select(one => one.Reaches[level - 1]).OrderDescending().ToList();
        return (float)found[Math.Min(found.Count - 1, (int)Math.Ceiling(found.Count * recall) - 1)];
    }

    /// <summary>The lowest threshold that raises no more than this share of the messages at level 0.</summary>
    private static float ForFalseAlarms(IReadOnlyList<Unseen> unseen, int level, double share)
    {
        var calm = unseen.Where(one => one.Example.Level == 0).Select(one => one.Reaches[level - 1]).OrderDescending().ToList();
        return (float)calm[(int)(calm.Count * share)];
    }
}
