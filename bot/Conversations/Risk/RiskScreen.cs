using EngagementBot.Conversations.Risk.Rules;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk;

/// <summary>Screens one message. It decides how fast a person looks and never diagnoses.</summary>
public static class RiskScreen
{
    /// <summary>The lowest score a message of this level is given.</summary>
    public static double LeastScore(RiskLevel level) => Verdict.Score((int)level, 1);

    /// <summary>Pure: the same message, state and rules give the same assessment. It throws only on a defect,
    /// and a caller treats that as <see cref="RiskAssessment.ScreenFailed"/>.</summary>
    /// <param name="text">As the channel delivered it.</param>
    /// <param name="before">What the conversation has shown so far; some words weigh only once it is raised.</param>
    /// <param name="rules">The reviewed words.</param>
    public static RiskAssessment Assess(MessageText text, RiskState before, RiskRules rules)
    {
        if (text.IsBlank) return RiskAssessment.Nothing;

        var book = rules.Book;
        var folded = new FoldedText(text.Words);
        var chart = book.Read(folded, out _);
        var scene = new Scene(chart, book.Cues);
        var findings = Findings.In(book, chart, scene, before.Level >= RiskLevel.Medium);
        var assessment = Verdict.Of(findings, chart, scene, book.Cues);

        return Legibility.IsUnreadable(folded, chart, book.Cues, assessment) ? Legibility.Mark(assessment, text) : assessment;
    }
}
