namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>Who writes, and whether somebody else is the one at risk.</summary>
internal readonly record struct Voice(Speaker Speaker, bool AboutAnother)
{
    public static Voice Of(List<Finding> findings, Chart chart, Scene scene, Cues cues, int level)
    {
        if (chart.Has(cues.Professional)) return new Voice(Speaker.Professional, true);
        if (chart.Has(cues.Child)) return new Voice(Speaker.Parent, true);

        var (friend, someone) = (chart.Has(cues.Friend), chart.Has(cues.Someone));
        if (level == 0 || (!friend && !someone) || IsAboutWriter(findings, scene)) return new Voice(Speaker.Self, false);
        return new Voice(friend ? Speaker.Friend : Speaker.Other, true);
    }

    /// <summary>What weighs most is said of the writer; a threat to the writer's family is one to the writer.</summary>
    private static bool IsAboutWriter(List<Finding> findings, Scene scene)
    {
        var top = findings.Select(finding => finding.Level).DefaultIfEmpty(0).Max();
        return findings.Where(finding => finding.Level == top)
            .Any(finding => finding.Phrases.Any(scene.IsAboutWriter) || (finding.Rule.Categories[0] == RiskCategory.FamilyThreat && !scene.SpeaksOfFriend));
    }
}
