using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>All rules, compiled. Immutable once built; a message is read by it in one pass per layer.</summary>
internal sealed record RuleBook(
    IReadOnlyList<RiskRule> Rules,
    IReadOnlyList<Conjunction> Conjunctions,
    IReadOnlyList<Idiom> Idioms,
    IReadOnlyList<PhraseTrie> Stages,
    PhraseTrie IdiomTrie,
    PhraseTrie RuleTrie,
    Tokeniser Tokeniser,
    Alphabet Alphabet,
    Cues Cues,
    Lexicon Lexicon,
    IReadOnlyList<string?> ConceptNames)
{
    private ILookup<int, (int Conjunction, int Place)> ByPart { get; } = Conjunctions
        .SelectMany((conjunction, index) => conjunction.Parts.Select((part, place) => (part, at: (index, place))))
        .ToLookup(pair => pair.part, pair => pair.at);

    /// <summary>Concepts read, idioms explained away.</summary>
    public Chart Read(FoldedText text, out List<string> idioms)
    {
        var chart = new Chart(Tokeniser.Read(text), Alphabet);
        foreach (var stage in Stages)
            foreach (var match in new Matcher(stage, chart).Run())
                chart.Add(match.Start, match.Output, match.End);
        idioms = MaskIdioms(chart);
        return chart;
    }

    private List<string> MaskIdioms(Chart chart)
    {
        var names = new List<string>();
        var matches = new Matcher(IdiomTrie, chart).Run();
        foreach (var match in matches)
        {
            var idiom = Idioms[match.Output];
            if (idiom.Unless.Any(chart.Has)) continue;

            names.Add(idiom.Name);
        }

        foreach (var match in matches.Where(match => names.Contains(Idioms[match.Output].Name)))
            for (var at = match.Start; at < match.End; at++)
                if (match.Uses(at)) chart.Masked[at] = true;
        return names;
    }

    /// <summary>Every part of every rule that was found.</summary>
    public static List<PhraseMatch> Parts(RuleBook book, Chart chart) => new Matcher(book.RuleTrie, chart).Run();

    public IEnumerable<(int Conjunction, int Place)> Uses(int part) => ByPart[part];
}
