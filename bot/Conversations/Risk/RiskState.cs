using System.Collections.Immutable;

namespace EngagementBot.Conversations.Risk;

/// <summary>What the whole conversation has shown so far. The level ratchets: automation may raise it, only a person lowers it.</summary>
/// <param name="Level">Of the conversation.</param>
/// <param name="Categories">All found so far, first found first.</param>
/// <param name="Moment">The latest reachable moment spoken of.</param>
/// <param name="Speaker">The latest speaker other than self, else self.</param>
/// <param name="Signals">Category and highest message level seen for it: several lower signals may add up.</param>
[GenerateSerializer, Immutable]
public sealed record RiskState(
    [property: Id(0)] RiskLevel Level,
    [property: Id(1)] ImmutableList<RiskCategory> Categories,
    [property: Id(2)] ReachableMoment? Moment,
    [property: Id(3)] Speaker Speaker,
    [property: Id(4)] ImmutableDictionary<RiskCategory, RiskLevel> Signals)
{
    public static RiskState Calm { get; } =
        new(RiskLevel.None, [], null, Speaker.Self, ImmutableDictionary<RiskCategory, RiskLevel>.Empty);

    /// <summary>The state once this message has been screened.</summary>
    public RiskState After(RiskAssessment message)
    {
        var own = message.Categories.Aggregate(ImmutableDictionary<RiskCategory, RiskLevel>.Empty, (signals, category) => signals.SetItem(category, message.Level));
        var signals = own.Aggregate(Signals, (all, signal) => all.SetItem(signal.Key, Max(all.GetValueOrDefault(signal.Key), signal.Value)));

        // What one message says alone has been judged by the screen; adding up is for what several say together.
        var builtUp = BuildUp.Level(signals);
        if (BuildUp.Level(own) >= builtUp) builtUp = RiskLevel.None;

        return new RiskState(
            Max(Level, Max(message.Level, builtUp)),
            Categories.AddRange(message.Categories.Where(category => !Categories.Contains(category))),
            message.Moment ?? Moment,
            message.Speaker == Speaker.Self ? Speaker : message.Speaker,
            signals);
    }

    /// <summary>A person's decision, with a reason in the log.</summary>
    public RiskState LoweredTo(RiskLevel level) =>
        this with { Level = level, Signals = ImmutableDictionary<RiskCategory, RiskLevel>.Empty };

    /// <summary>What was missed counts as if the screen had found it; what was not risk lowers nothing, that is a deed of its own.</summary>
    public RiskState CorrectedBy(ConversationEvent.RiskCorrected correction) =>
        correction.Kind is Learning.CorrectionKind.Missed && correction.Level > Level
            ? After(RiskAssessment.Nothing with { Level = correction.Level, Categories = correction.Categories })
            : this;

    private static RiskLevel Max(RiskLevel one, RiskLevel other) => one > other ? one : other;
}
