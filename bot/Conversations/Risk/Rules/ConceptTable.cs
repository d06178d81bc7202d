using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>All word classes: their numbers, which contains which, and the tries that find the longer ones.</summary>
internal sealed class ConceptTable(Vocabulary vocabulary)
{
    private const int Deepest = 25;
    private readonly Dictionary<string, Concept> byName = [];
    private ConceptSets? sets;

    private sealed class Concept(string path, int line, int number, List<Step[]> sequences)
    {
        public string Path { get; } = path;

        public int Line { get; } = line;

        public int Number { get; } = number;

        public List<Step[]> Sequences { get; } = sequences;

        public int Stage { get; set; } = -1;

        public bool Widened { get; set; }
    }

    public ConceptSets Sets => sets ?? throw new InvalidOperationException("Compile comes first");

    public static string Unknown(string symbol) => $"{symbol} is not explained under \"words:\" of any file";

    public void Add(string name, string path, int line, List<Step[]> sequences)
    {
        if (byName.TryGetValue(name, out var earlier)) earlier.Sequences.AddRange(sequences);
        else byName.Add(name, new Concept(path, line, Alphabet.Edges.Length + byName.Count, [.. sequences]));
    }

    /// <summary>The names the files give to word classes, by number; null for edges and for groups that have none.</summary>
    public string?[] Names()
    {
        var names = new string?[Alphabet.Edges.Length + byName.Count];
        foreach (var (name, concept) in byName)
            if (name.StartsWith('<')) names[concept.Number] = name;
        return names;
    }

    public int? Find(string name) => byName.TryGetValue(name, out var concept) ? concept.Number : null;

    public int Required(string name) => Find(name) ?? throw new DialogFault("dialogs/risk", 1, Unknown(name));

    /// <summary>One trie for each layer: a layer's phrases rest on the ones before.</summary>
    public List<PhraseTrie> Compile()
    {
        sets = new ConceptSets(Alphabet.Edges.Length + byName.Count);
        for (var edge = 0; edge < Alphabet.Edges.Length; edge++) sets.Upward(edge);
        foreach (var concept in byName.Values) StageOf(concept, 0);
        var wider = ByParent();
        foreach (var narrow in byName.Values) Widen(narrow, wider);
        foreach (var concept in byName.Values) WidenWords(concept);
        return Layers();
    }

    public List<(Gap, Symbol)> Numbered(Step[] steps, Func<string, DialogFault> fault) =>
        [.. steps.Select(step => (step.Before, SymbolOf(step.Symbol) ?? throw fault(step.Symbol)))];

    private Symbol? SymbolOf(string written)
    {
        if (Array.IndexOf(Alphabet.Edges, written) is >= 0 and var edge) return new Symbol(edge, true);
        if (byName.TryGetValue(written, out var concept)) return new Symbol(concept.Number, true);
        return written.StartsWith('<') ? null : new Symbol(vocabulary.NumberOf(written), false);
    }

    private List<PhraseTrie> Layers()
    {
        var layers = new List<PhraseTrie>();
        foreach (var concept in byName.Values)
        {
            foreach (var steps in concept.Sequences.Where(steps => steps.Length > 1))
            {
                var stage = InnerStage(steps, 0);
                while (layers.Count <= stage) layers.Add(new PhraseTrie());
                layers[stage].Add(Numbered(steps, symbol => new DialogFault(concept.Path, concept.Line, Unknown(symbol))), concept.Number);
            }
        }

        return layers;
    }

    private int StageOf(Concept concept, int depth)
    {
        if (concept.Stage >= 0) return concept.Stage;
        if (depth > Deepest) throw new DialogFault(concept.Path, concept.Line, "these words are explained by themselves");

        return concept.Stage = concept.Sequences.Select(steps => InnerStage(steps, depth + 1) + (steps.Length > 1 ? 1 : 0)).DefaultIfEmpty(0).Max();
    }

    private int InnerStage(Step[] steps, int depth) =>
        steps.Select(step => byName.TryGetValue(step.Symbol, out var inner) ? StageOf(inner, depth) : 0).Max();

    /// <summary>For each concept the wider ones that take it as it stands.</summary>
    private ILookup<Concept, Concept> ByParent() => byName.Values
        .SelectMany(wide => wide.Sequences.Where(steps => steps.Length == 1 && byName.ContainsKey(steps[0].Symbol)).Select(steps => (narrow: byName[steps[0].Symbol], wide)))
        .ToLookup(pair => pair.narrow, pair => pair.wide);

    private void Widen(Concept narrow, ILookup<Concept, Concept> wider)
    {
        if (narrow.Widened) return;

        narrow.Widened = true;
        foreach (var wide in wider[narrow])
        {
            Widen(wide, wider);
            Sets.Widen(narrow.Number, wide.Number);
        }
    }

    private void WidenWords(Concept concept)
    {
        foreach (var steps in concept.Sequences.Where(steps => steps.Length == 1))
            if (SymbolOf(steps[0].Symbol) is { IsConcept: false } word) Sets.WidenWord(word.Number, concept.Number);
            else if (SymbolOf(steps[0].Symbol) is null) throw new DialogFault(concept.Path, concept.Line, Unknown(steps[0].Symbol));
    }
}
