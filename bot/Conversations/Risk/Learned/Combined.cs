using EngagementBot.Conversations.Risk.Rules;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Learned;

/// <summary>Rules and model together. The model raises what it reads, confirms a rule that is often innocent, and never lowers what a firm rule
/// or an agreed one found.</summary>
internal static class Combined
{
    /// <summary>Evidence of the model carries this name; the console says "reads like messages of this level".</summary>
    public const string RuleName = "reads-like";

    private const double CategorySaid = 0.42;
    private const double CategoryAgreed = 0.12;
    private const double MomentSaid = 0.5;
    private const double MomentAgreed = 0.15;
    private const double SurelyNow = 0.8;
    private const int EvidenceWords = 3;

    /// <summary>Findings of rules that are not firm, at the level the model can agree to.</summary>
    public static List<Finding> Agreed(List<Finding> findings, Reading reading) =>
        [.. findings.Select(finding => finding.Rule.Firm ? finding : finding with { Level = reading.Agreed(finding.Level) })];

    public static RiskAssessment With(RiskAssessment found, Reading reading, List<Finding> findings, MessageText text, RiskModel model)
    {
        var level = Math.Max((int)found.Level, reading.Level);
        var raised = level > (int)found.Level;
        var categories = Categories(found, reading, findings, level);
        return found with
        {
            Level = (RiskLevel)level,
            Severity = Math.Max(found.Severity, level),
            Immediacy = raised ? When(reading, level) : found.Immediacy,
            Categories = categories,
            Moment = level == 0 ? null : Moment(found, reading, findings),
            Speaker = found.Level is RiskLevel.None && level == 0 ? found.Speaker : reading.Speaker,
            Score = Score(found, reading, findings),
            Evidence = raised || (level > 0 && found.Evidence.Count == 0)
                ? [.. found.Evidence, Telling(text, level, categories.Count > 0 ? categories[0] : Likeliest(reading), model)]
                : found.Evidence,
        };
    }

    private static Immediacy When(Reading reading, int level) => level switch
    {
        4 => Immediacy.Now,
        _ when reading.Immediacy is not Immediacy.Now => reading.Immediacy,
        _ => reading.IsNow >= SurelyNow ? Immediacy.Now : Immediacy.Ongoing,
    };

    // Calibrated: how likely a person is needed. A firm rule at 3 or 4 has settled that.
    private static double Score(RiskAssessment found, Reading reading, List<Finding> findings)
    {
        var firm = findings.Where(finding => finding.Rule.Firm).Select(finding => finding.Level).DefaultIfEmpty(0).Max();
        return firm >= 3 ? Math.Max(found.Score, reading.Reaches(3)) : reading.Reaches(3);
    }

    private static List<RiskCategory> Categories(RiskAssessment found, Reading reading, List<Finding> findings, int level)
    {
        // What a rule found from level 2 is spoken of, whatever else is; the weaker ones where the model hears it too.
        // To ask for a person is a request, which no reading of the rest can take back.
        var spoken = findings.Where(finding => finding.Level >= 2 || (finding.Rule.Firm && finding.Level > 0)).Select(finding => finding.Rule.Categories[0]).ToHashSet();
        if (found.Categories.Contains(RiskCategory.AsksHuman)) spoken.Add(RiskCategory.AsksHuman);
        if (level == 0) return [.. found.Categories.Where(category => category is RiskCategory.AsksHuman)];

        var likely = Enum.GetValues<RiskCategory>()
            .Select(category => (category, says: reading.Says(category)))
            .Where(pair => pair.says >= CategorySaid || spoken.Contains(pair.category) || (pair.says >= CategoryAgreed && found.Categories.Contains(pair.category)))
            .OrderByDescending(pair => pair.category is not (RiskCategory.ThirdPartyConcern or RiskCategory.AsksHuman))
            .ThenByDescending(pair => pair.says)
            .Select(pair => pair.category)
            .ToList();
        // Low mood alone has no category; from level 2 there is always one.
        return likely.Count > 0 || level == 1 ? likely : [Likeliest(reading)];
    }

    private static RiskCategory Likeliest(Reading reading) => Enum.GetValues<RiskCategory>().MaxBy(reading.Says);

    private static ReachableMoment? Moment(RiskAssessment found, Reading reading, List<Finding> findings)
    {
        if (found.Moment is { } told && (reading.Says(told) >= MomentAgreed || findings.Exists(finding => finding.Rule.Firm && finding.Rule.Moment == told))) return told;

        var likeliest = Enum.GetValues<ReachableMoment>().MaxBy(reading.Says);
        return reading.Says(likeliest) >= MomentSaid ? likeliest : null;
    }

    /// <summary>The words without which the message would read least like this level.</summary>
    private static RiskEvidence Telling(MessageText text, int level, RiskCategory category, RiskModel model)
    {
        var words = WordSpans(text.Words);
        var head = model.Head(HeadNames.Level(level));
        var best = (Start: 0, End: text.Words.Length, Sum: float.MaxValue);
        if (words.Count > EvidenceWords)
        {
            for (var at = 0; at + EvidenceWords <= words.Count; at++)
            {
                var (start, end) = (words[at].Start, words[at + EvidenceWords - 1].End);
                var sum = RiskModel.WordSum(head, model.Table.Read(new FoldedText($"{text.Words.AsSpan(0, start)} {text.Words.AsSpan(end)}"), null, []));
                if (sum < best.Sum) best = (start, end, sum);
            }
        }

        return new RiskEvidence(best.Start, best.End - best.Start, category, $"{RuleName}-level-{level}");
    }

    // Of a very long message the first part is searched: each word costs a reading.
    private static List<(int Start, int End)> WordSpans(string words)
    {
        const int most = 80;
        var spans = new List<(int, int)>();
        for (var at = 0; at < words.Length && spans.Count < most;)
        {
            if (char.IsWhiteSpace(words[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < words.Length && !char.IsWhiteSpace(words[at])) at++;
            spans.Add((start, at));
        }

        return spans;
    }
}
