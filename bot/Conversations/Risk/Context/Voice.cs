namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>Who writes, and whether somebody else is the one at risk.</summary>
internal readonly record struct Voice(Speaker Speaker, bool AboutAnother)
{
    public static Voice Of(List<Finding> findings, Chart chart, Scene scene, Cues cues, int level)
    {
        if (chart.Has(cues.Professional)) return new Voice(Speaker.Professional, true);
        if (chart.Has(cues.Child)) return new Voice(Speaker.Parent, true);

        var (friend, someone) = (chart.Has(cues.Friend), chart.Has(cues.Someone));
        if ((!friend && !someone) || IsAboutWriter(findings, scene, level)) return new Voice(Speaker.Self, false);
        return new Voice(friend ? Speaker.Friend : Speaker.Other, true);
    }

    /// <summary>What weighs most is said of the writer.</summary>
    private static bool IsAboutWriter(List<Finding> findings, Scene scene, int level)
    {
        var top = findings.Select(finding => finding.Level).DefaultIfEmpty(0).Max();
        return level > 0 && findings.Exists(finding => finding.Level == top && finding.Phrases.Any(scene.NamesWriter));
    }
}
