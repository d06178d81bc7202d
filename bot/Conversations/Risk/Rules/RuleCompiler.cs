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
    private readonly ConceptTable concepts;
    private readonly List<RiskRule> rules = [];
    private readonly List<Conjunction> conjunctions = [];
    private readonly List<Idiom> idioms = [];
    private readonly PhraseTrie ruleTrie = new();
    private readonly PhraseTrie idiomTrie = new();
    private readonly List<(RuleEntry Entry, PhraseTrie Trie, Step[] Steps, int Output)> phrases = [];
    private int parts;

    public RuleCompiler(IReadOnlyList<RuleFile> files)
    {
        lexicon = ReadLexicon(files);
        parser = new PatternParser(lexicon);
        concepts = new ConceptTable(vocabulary);
        foreach (var file in files) ReadConcepts(file);
        foreach (var file in files) ReadIdioms(file);
        foreach (var file in files) ReadRules(file);
        foreach (var (name, sequences) in parser.Groups) concepts.Add(name, "dialogs/risk", 1, sequences);
        var stages = concepts.Compile();
        foreach (var (entry, trie, steps, output) in phrases) trie.Add(concepts.Numbered(steps, symbol => entry.Fault(ConceptTable.Unknown(symbol))), output);
        var alphabet = new Alphabet(concepts.Sets, lexicon.Fillers.Select(vocabulary.NumberOf).ToFrozenSet());
        Book = new RuleBook(rules, conjunctions, idioms, stages, idiomTrie, ruleTrie, new Tokeniser(new Spelling(vocabulary, lexicon)), alphabet, Cues.Of(concepts.Required), lexicon, concepts.Names());
    }

    public RuleBook Book { get; }

    private static Lexicon ReadLexicon(IReadOnlyList<RuleFile> files)
    {
        var spellings = new Dictionary<string, string[]>();
        foreach (var (typed, node) in files.SelectMany(file => file.Map("spellings")))
            foreach (var form in typed.Split('/', StringSplitOptions.TrimEntries))
                spellings[form] = RuleFile.Phrases(node).First().Split(' ');
        return new Lexicon(
            spellings.ToFrozenDictionary(),
            files.SelectMany(file => file.Block("common")).ToHashSet(),
            files.SelectMany(file => file.Block("fillers")).ToFrozenSet());
    }

    private void ReadConcepts(RuleFile file)
    {
        foreach (var (name, node) in file.Map("words"))
        {
            var line = RuleFile.LineOf(node);
            var sequences = RuleFile.Phrases(node).SelectMany(phrase => Parse(phrase, fault => new DialogFault(file.Path, line, fault))).ToList();
            concepts.Add($"<{name}>", file.Path, line, sequences);
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

    private void ReadIdioms(RuleFile file)
    {
        foreach (var entry in file.List("idioms"))
        {
            idioms.Add(new Idiom(entry.Name, entry.Source(), Guards(entry)));
            foreach (var sequence in entry.Match.SelectMany(phrase => Parse(phrase, entry.Fault)))
                phrases.Add((entry, idiomTrie, sequence, idioms.Count - 1));
        }
    }

    private int[] Guards(RuleEntry entry) => [.. entry.Unless.Select(name => concepts.Find(name) ?? throw entry.Fault(ConceptTable.Unknown(name)))];

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
        foreach (var sequence in Parse(phrase, entry.Fault)) phrases.Add((entry, ruleTrie, sequence, parts));
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
            Firm = entry.Flag("firm", false),
            OnlyWhenRaised = entry.Flag("only_when_raised", false),
            Moment = entry.Optional("moment") is { } moment ? RuleNames<ReachableMoment>.Read(entry, moment) : null,
            Unless = Guards(entry),
        };
    }
}
