using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>From findings to the one level, moment and speaker of a message.</summary>
internal static class Verdict
{
    /// <summary>Where several moments fit, the earlier of this list (risk.md, tie-breaks).</summary>
    private static readonly ReachableMoment[] Precedence =
    [
        ReachableMoment.InjuredOrHospital, ReachableMoment.AfterAssault, ReachableMoment.ArrestedOrReleased, ReachableMoment.InOrLeavingCustody,
        ReachableMoment.ReturnedFromMissing, ReachableMoment.Excluded, ReachableMoment.WantsOut, ReachableMoment.FirstGroomed,
    ];

    public static RiskAssessment Of(List<Finding> findings, Chart chart, Scene scene, Cues cues)
    {
        var level = Combined(findings);
        var voice = Voice.Of(findings, chart, scene, cues, level);
        var held = findings.Where(finding => finding.Level > 0 || finding.Rule.Severity == 0).OrderByDescending(finding => finding.Level).ToList();
        var categories = held.SelectMany(finding => finding.Rule.Categories).ToList();
        if (level > 0 && voice.AboutAnother) categories.Add(RiskCategory.ThirdPartyConcern);
        var leading = held.Count > 0 ? held[0] : null;

        return new RiskAssessment(
            (RiskLevel)level,
            leading is null ? 0 : Math.Max(leading.Rule.Severity, level),
            leading?.Immediacy ?? Immediacy.Hypothetical,
            [.. categories.Distinct()],
            level == 0 ? null : MomentOf(held),
            voice.Speaker,
            Score(level, held.Count),
            Evidence(held, chart.Tokens));
    }

    /// <summary>The highest finding, or what several lower ones come to together.</summary>
    private static int Combined(List<Finding> findings)
    {
        var level = findings.Select(finding => finding.Level).DefaultIfEmpty(0).Max();
        var signs = findings.Where(finding => finding.Level >= 1 && finding.Rule.Indicator).Select(finding => finding.Rule.Name).Distinct().Count();
        if (level == 1 && signs >= 2) return 2;
        return level == 2 && TiedThreat(findings) ? 3 : level;
    }

    /// <summary>A threat without who, what or when is 2; tied to debt, drugs, a group, home or family it is 3.</summary>
    private static bool TiedThreat(List<Finding> findings) =>
        Speaks(findings, 2, RiskCategory.ViolenceThreat) &&
        (Speaks(findings, 2, RiskCategory.DrugDebt) || Speaks(findings, 2, RiskCategory.ForcedCriminality) || Speaks(findings, 2, RiskCategory.FamilyThreat));

    private static bool Speaks(List<Finding> findings, int level, RiskCategory category) =>
        findings.Exists(finding => finding.Level >= level && finding.Immediacy > Immediacy.Past && finding.Rule.Categories[0] == category);

    private static ReachableMoment? MomentOf(List<Finding> held)
    {
        foreach (var moment in Precedence)
            if (held.Exists(finding => finding.Rule.Moment == moment && IsOpen(finding))) return moment;
        return null;
    }

    /// <summary>"Got stabbed, im in hosp" tells of the past in words and of now in fact; what is over and settled has sunk below level 3.</summary>
    private static bool IsOpen(Finding finding) =>
        finding.Immediacy > Immediacy.Past || (finding.Immediacy is Immediacy.Past && finding.Level >= (int)RiskLevel.High);

    /// <summary>A stand-in for a calibrated score until a model gives one: the level, and a little for every further finding.</summary>
    public static double Score(int level, int findings) => level switch
    {
        0 => 0.02,
        1 => 0.25 + Extra(findings),
        2 => 0.5 + Extra(findings),
        3 => 0.8 + Extra(findings),
        _ => 0.94 + Extra(findings) / 2,
    };

    private static double Extra(int findings) => Math.Min(findings - 1, 4) * 0.025;

    private static List<RiskEvidence> Evidence(List<Finding> held, List<Token> tokens)
    {
        var evidence = new List<RiskEvidence>();
        foreach (var finding in held)
            foreach (var phrase in finding.Phrases)
            {
                var start = tokens[phrase.Start].Start;
                var one = new RiskEvidence(start, tokens[phrase.End - 1].End - start, finding.Rule.Categories[0], finding.Rule.Name);
                if (!evidence.Contains(one)) evidence.Add(one);
            }

        return evidence;
    }
}
