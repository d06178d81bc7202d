using EngagementBot.Conversations.Risk.Learned;
using EngagementBot.Conversations.Risk.Rules;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk;

/// <summary>Screens one message. It decides how fast a person looks and never diagnoses.</summary>
public static class RiskScreen
{
    private const double SpeaksOfIt = 0.4;

    /// <summary>The lowest score a message of this level is given.</summary>
    public static double LeastScore(RiskLevel level) => Verdict.Score((int)level, 1);

    /// <summary>Pure: the same message, state and rules give the same assessment. It throws only on a defect,
    /// and a caller treats that as <see cref="RiskAssessment.ScreenFailed"/>.</summary>
    /// <param name="text">As the channel delivered it.</param>
    /// <param name="before">What the conversation has shown so far; some words weigh only once it is raised.</param>
    /// <param name="rules">The reviewed words, and the learned model if there is one.</param>
    /// <param name="isOurs">The words are those of a choice we offered: what they mean is known, and the model has nothing to read in them.</param>
    public static RiskAssessment Assess(MessageText text, RiskState before, RiskRules rules, bool isOurs = false)
    {
        if (text.IsBlank) return RiskAssessment.Nothing;

        var seen = See(text, before, rules);
        var assessment = rules.Model is { } model && !isOurs
            ? Learned(text, seen, before, rules, model)
            : Verdict.Of(seen.Findings, seen.Chart, seen.Scene, rules.Book.Cues);
        return Legibility.IsUnreadable(seen.Text, seen.Chart, rules.Book.Cues, assessment) ? Legibility.Mark(assessment, text) : assessment;
    }

    /// <summary>What the rules see in a message, before anything is concluded.</summary>
    internal static Seen See(MessageText text, RiskState before, RiskRules rules)
    {
        var book = rules.Book;
        var folded = new FoldedText(text.Words);
        var chart = book.Read(folded, out _);
        var scene = new Scene(chart, book.Cues);
        return new Seen(folded, chart, scene, Findings.In(book, chart, scene, before.Level >= RiskLevel.Medium), book.ConceptNames);
    }

    /// <summary>As if the model had given these probabilities for levels 1 to 4: how cross-validation judges a message.</summary>
    internal static RiskAssessment Crossed(MessageText text, RiskRules rules, IReadOnlyList<double> reaches)
    {
        var seen = See(text, RiskState.Calm, rules);
        var model = rules.Model!;
        return Concluded(text, seen, rules.Book.Cues, model, new Reading(model, model.Observe(text.Words, seen, encode: false), seen.Chart.Tokens.Count, reaches));
    }

    private static RiskAssessment Learned(MessageText text, Seen seen, RiskState before, RiskRules rules, RiskModel model)
    {
        var settled = seen.Findings.Exists(finding => finding is { Rule.Firm: true, Level: 4 });
        var encode = !settled && seen.Chart.Tokens.Count > 1;
        var reading = new Reading(model, model.Observe(text.Words, seen, encode), seen.Chart.Tokens.Count);
        return Concluded(text, seen, rules.Book.Cues, model, InEarnest(text, before, rules, model) ?? reading);
    }

    /// <summary>The reading without a joke at the end, where it speaks of a weapon; else null.</summary>
    private static Reading? InEarnest(MessageText text, RiskState before, RiskRules rules, RiskModel model)
    {
        var plain = new MessageText(JokeMarks.Without(text.Words));
        if (plain.Words.Length == text.Words.Length || plain.IsBlank) return null;

        var seen = See(plain, before, rules);
        var reading = new Reading(model, model.Observe(plain.Words, seen, encode: true), seen.Chart.Tokens.Count);
        return reading.Level >= (int)RiskLevel.High && reading.Says(RiskCategory.Weapon) >= SpeaksOfIt ? reading : null;
    }

    private static RiskAssessment Concluded(MessageText text, Seen seen, Cues cues, RiskModel model, Reading reading)
    {
        var agreed = Combined.Agreed(seen.Findings, reading);
        return Combined.With(Verdict.Of(agreed, seen.Chart, seen.Scene, cues), reading, agreed, text, model);
    }
}

/// <summary>A message as the rules see it.</summary>
internal sealed record Seen(FoldedText Text, Chart Chart, Scene Scene, List<Finding> Findings, IReadOnlyList<string?> ConceptNames)
{
    /// <summary>Names of the rules that hold, with the level each claims: "held-and-cannot-leave@4".</summary>
    public IEnumerable<string> Fired => Findings.SelectMany(finding => new[] { finding.Rule.Name, $"level@{finding.Level}" });
}
