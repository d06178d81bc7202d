using System.Collections.Frozen;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>Turns the files into tries: concepts in the order they build on each other, then idioms, then rules.</summary>
internal sealed class RuleCompiler
{
    private readonly Vocabulary vocabulary = new();
    private readonly Lexicon lexicon;
    private readonly PatternParser parser;
    private readonly Dictionary<string, Concept> concepts = [];
    private readonly List<RiskRule> rules = [];
    private readonly List<Conjunction> conjunctions = [];
    private readonly List<Idiom> idioms = [];
    private readonly PhraseTrie ruleTrie = new();
    private readonly PhraseTrie idiomTrie = new();
    private readonly List<(RuleEntry Entry, PhraseTrie Trie, Step[] Steps, int Output)> phrases = [];
    private int parts;

    private sealed record Concept(string Path, int Line, List<Step[]> Sequences)
    {
        public int Stage { get; set; } = -1;
    }

    public RuleCompiler(IReadOnlyList<RuleFile> files)
    {
        lexicon = ReadLexicon(files);
        parser = new PatternParser(lexicon);
        foreach (var file in files) ReadConcepts(file);
        foreach (var file in files) ReadIdioms(file);
        foreach (var file in files) ReadRules(file);
        foreach (var (name, sequences) in parser.Groups) concepts.TryAdd(name, new Concept("dialogs/risk", 1, sequences));
        var stages = Stages();
        foreach (var (entry, trie, steps, output) in phrases) trie.Add(Numbered(steps, symbol => entry.Fault(Unknown(symbol))), output);
        Book = new RuleBook(rules, conjunctions, idioms, stages, idiomTrie, ruleTrie, new Tokeniser(new Spelling(vocabulary, lexicon)), Edges(), Cues.Of(Number), lexicon);
    }

    public RuleBook Book { get; }

    private Alphabet Edges() => new(
        vocabulary.NumberOf("^"), vocabulary.NumberOf("$"), vocabulary.NumberOf("^^"), vocabulary.NumberOf("$$"),
        lexicon.Fillers.Select(vocabulary.NumberOf).ToFrozenSet());

    private static Lexicon ReadLexicon(IReadOnlyList<RuleFile> files)
    {
        var spellings = new Dictionary<string, string[]>();
        foreach (var (typed, node) in files.SelectMany(file => file.Map("spellings")))
            foreach (var form in typed.Split('/', StringSplitOptions.TrimEntries))
                spellings[form] = RuleFile.Phrases(node).First().Split(' ');
        return new Lexicon(
            spellings.ToFrozenDictionary(),
            files.SelectMany(file => file.Block("common")).ToFrozenSet(),
            files.SelectMany(file => file.Block("fillers")).ToFrozenSet());
    }

    private void ReadConcepts(RuleFile file)
    {
        foreach (var (name, node) in file.Map("words"))
        {
            var line = RuleFile.LineOf(node);
            var sequences = RuleFile.Phrases(node).SelectMany(phrase => Parse(phrase, fault => new DialogFault(file.Path, line, fault))).ToList();
            if (concepts.TryGetValue($"<{name}>", out var earlier)) earlier.Sequences.AddRange(sequences);
            else concepts.Add($"<{name}>", new Concept(file.Path, line, sequences));
        }
    }

    private List<Step[]> Parse(string phrase, Func<string, DialogFault> fault)
    {
        try
        {
            return parser.Read(phrase);
        }
        catch (FormatException unreadable)
        {
            throw fault(unreadable.Message);
        }
    }

    private List<PhraseTrie> Stages()
    {
        foreach (var (name, concept) in concepts) StageOf(name, concept, 0);
        var stages = new List<PhraseTrie>();
        foreach (var (name, concept) in concepts)
        {
            while (stages.Count <= concept.Stage) stages.Add(new PhraseTrie());
            foreach (var sequence in concept.Sequences)
                stages[concept.Stage].Add(Numbered(sequence, symbol => new DialogFault(concept.Path, concept.Line, Unknown(symbol))), vocabulary.NumberOf(name));
        }

        return stages;
    }

    private int StageOf(string name, Concept concept, int depth)
    {
        if (depth > 20) throw new DialogFault(concept.Path, concept.Line, $"the words {name} are explained by themselves");
        if (concept.Stage >= 0) return concept.Stage;

        var inner = concept.Sequences.SelectMany(steps => steps).Select(step => step.Symbol).Where(concepts.ContainsKey).Distinct();
        return concept.Stage = inner.Select(symbol => StageOf(symbol, concepts[symbol], depth + 1) + 1).DefaultIfEmpty(0).Max();
    }

    private List<(Gap, int)> Numbered(Step[] steps, Func<string, DialogFault> fault) =>
        [.. steps.Select(step => (step.Before, step.Symbol.StartsWith('<') && !concepts.ContainsKey(step.Symbol) ? throw fault(step.Symbol) : vocabulary.NumberOf(step.Symbol)))];

    private static string Unknown(string symbol) => $"{symbol} is not explained under \"words:\" of any file";

    private int Number(string name) =>
        concepts.ContainsKey(name) ? vocabulary.NumberOf(name) : throw new DialogFault("dialogs/risk", 1, Unknown(name));

    private void ReadIdioms(RuleFile file)
    {
        foreach (var entry in file.List("idioms"))
        {
            idioms.Add(new Idiom(entry.Name, entry.Source(), Guards(entry)));
            foreach (var sequence in entry.Match.SelectMany(phrase => Parse(phrase, entry.Fault)))
                phrases.Add((entry, idiomTrie, sequence, idioms.Count - 1));
        }
    }

    private int[] Guards(RuleEntry entry) =>
        [.. entry.Unless.Select(name => concepts.ContainsKey(name) ? vocabulary.NumberOf(name) : throw entry.Fault(Unknown(name)))];

    private void ReadRules(RuleFile file)
    {
        foreach (var entry in file.List("rules"))
        {
            if (rules.Any(rule => rule.Name == entry.Name)) throw entry.Fault($"two rules are called \"{entry.Name}\"");
            if (!entry.Match.Any()) throw entry.Fault($"\"{entry.Name}\" lacks \"match:\"");
            rules.Add(ReadRule(entry));
            foreach (var phrase in entry.Match)
                conjunctions.Add(new Conjunction(rules.Count - 1, [.. phrase.Split(" & ").Select(part => AddPart(part, entry))]));
        }
    }

    private int AddPart(string phrase, RuleEntry entry)
    {
        foreach (var sequence in Parse(phrase, entry.Fault))
            phrases.Add((entry, ruleTrie, sequence, parts));
        return parts++;
    }

    private RiskRule ReadRule(RuleEntry entry)
    {
        var severity = entry.Number("severity", -1);
        if (severity < 0) throw entry.Fault($"\"{entry.Name}\" lacks \"severity:\"");

        return new RiskRule
        {
            Name = entry.Name,
            About = entry.Source(),
            Categories = [.. entry.Required("category").Split(',', StringSplitOptions.TrimEntries).Select(name => RuleNames<RiskCategory>.Read(entry, name))],
            Severity = severity,
            Immediacy = RuleNames<Immediacy>.Read(entry, entry.Required("immediacy")),
            Near = entry.Number("near", severity),
            Past = entry.Number("past", Math.Min(severity, 1)),
            Joking = entry.Number("joking", severity),
            Negatable = entry.Flag("negatable", true),
            Framable = entry.Flag("framable", true),
            Indicator = entry.Flag("indicator", false),
            OnlyWhenRaised = entry.Flag("only_when_raised", false),
            Moment = entry.Optional("moment") is { } moment ? RuleNames<ReachableMoment>.Read(entry, moment) : null,
            Unless = Guards(entry),
        };
    }
}
