namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>One rule that holds in one message, after its surroundings were weighed.</summary>
internal sealed record Finding(RiskRule Rule, int Level, Immediacy Immediacy, IReadOnlyList<PhraseMatch> Phrases);

/// <summary>Weighs what the trie found: which rules hold, and how high each stands.</summary>
internal static class Findings
{
    /// <summary>Parts of one rule must begin within so many words of each other.</summary>
    private const int Window = 40;

    /// <summary>A part said over and over weighs no more.</summary>
    private const int MostOfAPart = 12;

    public static List<Finding> In(RuleBook book, Chart chart, Scene scene, bool raised)
    {
        var found = new Dictionary<int, List<PhraseMatch>?[]>();
        foreach (var match in RuleBook.Parts(book, chart))
            foreach (var (conjunction, place) in book.Uses(match.Output))
                Keep(book, scene, found, match, conjunction, place);

        var best = new Dictionary<string, Finding>();
        foreach (var (conjunction, places) in found)
        {
            var rule = book.Rules[book.Conjunctions[conjunction].Rule];
            if (Together(places) is not { } phrases || (rule.OnlyWhenRaised && !raised) || rule.Unless.Any(chart.Has)) continue;

            var finding = Weigh(rule, phrases, scene);
            if (!best.TryGetValue(rule.Name, out var other) || other.Level < finding.Level) best[rule.Name] = finding;
        }

        return [.. best.Values];
    }

    private static void Keep(RuleBook book, Scene scene, Dictionary<int, List<PhraseMatch>?[]> found, PhraseMatch match, int conjunction, int place)
    {
        var asked = book.Conjunctions[conjunction];
        var rule = book.Rules[asked.Rule];
        if (found.TryGetValue(conjunction, out var known) && known[place]?.Count >= MostOfAPart) return;
        if ((rule.Negatable && scene.IsDenied(match)) || (rule.Framable && scene.IsFramed(match))) return;

        if (!found.TryGetValue(conjunction, out var places)) found[conjunction] = places = new List<PhraseMatch>?[asked.Parts.Count];
        (places[place] ??= []).Add(match);
    }

    /// <summary>One match for each part, near the first, or null.</summary>
    private static List<PhraseMatch>? Together(List<PhraseMatch>?[] places)
    {
        if (Array.Exists(places, matches => matches is null)) return null;

        foreach (var first in places[0]!)
        {
            var chosen = places.Select(matches => matches!.Find(match => Math.Abs(match.Start - first.Start) <= Window && (match.Used != 0))).ToList();
            chosen[0] = first;
            if (chosen.TrueForAll(match => match.End > match.Start)) return chosen;
        }

        return null;
    }

    private static Finding Weigh(RiskRule rule, List<PhraseMatch> phrases, Scene scene)
    {
        var (level, immediacy) = (rule.Severity, rule.Immediacy);
        if (phrases.Exists(scene.IsNear) && rule.Near >= level) (level, immediacy) = (rule.Near, rule.Near > level ? Immediacy.Now : immediacy);
        if (phrases.Exists(scene.IsLongAgo)) (level, immediacy) = (Math.Min(level, rule.Past), Immediacy.Past);
        if (phrases.Exists(scene.IsHypothetical)) (level, immediacy) = (Math.Min(level, phrases.Exists(scene.IsPersonal) ? 2 : 0), Immediacy.Hypothetical);
        if (scene.Joking) level = Math.Min(level, rule.Joking);
        return new Finding(rule, level, immediacy, phrases);
    }
}
