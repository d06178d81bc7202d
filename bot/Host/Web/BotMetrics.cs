using System.Diagnostics.Metrics;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Host.Web;

/// <summary>Counts of what the service does. Labels are levels and kinds, never a conversation.</summary>
internal sealed class BotMetrics
{
    public const string Name = "EngagementBot";

    private readonly Counter<long> turns;
    private readonly Counter<long> redelivered;

    public BotMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        turns = meter.CreateCounter<long>("engagementbot.turns", "{turn}", "Messages taken, by their own level");
        redelivered = meter.CreateCounter<long>("engagementbot.redeliveries", "{message}", "Messages that had been taken before");
    }

    public void Took(RiskLevel level) => turns.Add(1, new KeyValuePair<string, object?>("level", (int)level));

    public void Redelivered() => redelivered.Add(1);
}
