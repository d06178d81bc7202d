namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>How many other words may stand before the next part of a phrase.</summary>
internal enum Gap : byte { None, Short, Long }

/// <summary>One part of a phrase: a word, a &lt;concept&gt;, or the edge of a sentence or message.</summary>
internal readonly record struct Step(Gap Before, string Symbol);

/// <summary>Reads a phrase as a practitioner writes it into the plain sequences it stands for.</summary>
/// <remarks>
/// word · stab~ (all its forms) · &lt;concept&gt; · (one|another way) · optional? · .. (up to 3 words between) · ... (up to 7)
/// · ^ $ (edge of a sentence) · ^^ $$ (edge of the message) · N (a number), £N (money), N:NN (a time).
/// </remarks>
internal sealed class PatternParser(Words.Lexicon lexicon)
{
    private const int MostSequences = 4000;
    private readonly Dictionary<string, List<Step[]>> groups = new(StringComparer.Ordinal);
    private string text = "";
    private int at;

    /// <summary>Choices in brackets, each kept once as a nameless concept, so that long lists do not multiply.</summary>
    public IReadOnlyDictionary<string, List<Step[]>> Groups => groups;

    /// <summary>All sequences; throws <see cref="FormatException"/> with a sentence where the phrase cannot be read.</summary>
    public List<Step[]> Read(string phrase)
    {
        (text, at) = (phrase, 0);
        var sequences = Alternatives().Select(WithoutFillers).Where(steps => steps.Length > 0).ToList();
        if (at < text.Length) throw new FormatException($"the phrase \"{phrase}\" has a ')' too many");
        if (sequences.Count is 0 or > MostSequences) throw new FormatException($"the phrase \"{phrase}\" stands for {sequences.Count} sequences; between 1 and {MostSequences} can be read");
        return sequences;
    }

    private List<Step[]> Alternatives()
    {
        var all = Sequence();
        while (at < text.Length && text[at] == '|')
        {
            at++;
            all.AddRange(Sequence());
        }

        return all;
    }

    private List<Step[]> Sequence()
    {
        List<Step[]> sequences = [[]];
        var gap = Gap.None;
        while (Skip() && text[at] is not ('|' or ')'))
        {
            if (text[at] == '.')
            {
                gap = Dots();
                continue;
            }

            var next = Atom();
            if (at < text.Length && text[at] == '?')
            {
                at++;
                next.Add([]);
            }

            sequences = Joined(sequences, next, gap);
            gap = Gap.None;
        }

        return sequences;
    }

    private bool Skip()
    {
        while (at < text.Length && text[at] == ' ') at++;
        return at < text.Length;
    }

    private Gap Dots()
    {
        var from = at;
        while (at < text.Length && text[at] == '.') at++;
        return at - from <= 2 ? Gap.Short : Gap.Long;
    }

    private List<Step[]> Atom()
    {
        if (text[at] == '(')
        {
            var open = at++;
            var inner = Alternatives();
            if (at >= text.Length) throw new FormatException($"the phrase \"{text}\" lacks a ')'");
            at++;
            return Grouped(text[open..at], inner);
        }

        var from = at;
        if (text[at] == '<')
        {
            while (at < text.Length && text[at] != '>') at++;
            if (at++ >= text.Length) throw new FormatException($"the phrase \"{text}\" lacks a '>'");
            return [[new Step(Gap.None, text[from..at])]];
        }

        while (at < text.Length && text[at] is not (' ' or '|' or ')' or '(' or '?' or '.')) at++;
        return Word(text[from..at]);
    }

    private List<Step[]> Grouped(string written, List<Step[]> inner)
    {
        if (inner.Count < 2 || inner.Exists(steps => steps.Length == 0 || Array.Exists(steps, IsEdge))) return inner;

        var name = $"<{written}>";
        groups.TryAdd(name, [.. inner.Select(WithoutFillers)]);
        return [[new Step(Gap.None, name)]];
    }

    private static bool IsEdge(Step step) => step.Symbol is "^" or "$" or "^^" or "$$";

    private List<Step[]> Word(string word)
    {
        if (Sign(word) is { } sign) return [[new Step(Gap.None, sign)]];

        var forms = word.EndsWith('~') ? Words.Inflections.Of(word[..^1]) : [word];
        return Grouped(word, [.. forms.Distinct().Select(form => lexicon.Expand(form).Select(part => new Step(Gap.None, part)).ToArray())]);
    }

    /// <summary>"is it", "are they": here the verb is what makes the question.</summary>
    private static bool OpensQuestion(Step step) => step.Symbol is "is" or "are" or "was" or "were" or "am";

    private static string? Sign(string word) => word switch
    {
        "N" => "#",
        "£N" => "#money",
        "N:NN" => "#clock",
        "^" or "$" or "^^" or "$$" => word,
        _ => null,
    };

    /// <summary>An optional part keeps its gap for whatever follows it.</summary>
    private static List<Step[]> Joined(List<Step[]> before, List<Step[]> after, Gap gap)
    {
        var all = new List<Step[]>(before.Count * after.Count);
        foreach (var left in before)
            foreach (var right in after)
                all.Add(right is [var first, ..] ? [.. left, first with { Before = gap }, .. right.AsSpan(1)] : left);
        return all;
    }

    /// <summary>Fillers may stand anywhere in a message, so a phrase asks for one only where little else is left of it ("used to", "that life").</summary>
    private Step[] WithoutFillers(Step[] steps)
    {
        var kept = new List<Step>(steps.Length);
        var gap = Gap.None;
        foreach (var step in steps)
        {
            gap = step.Before > gap ? step.Before : gap;
            if (lexicon.Fillers.Contains(step.Symbol) && !(kept.Count == 0 && OpensQuestion(step))) continue;

            kept.Add(step with { Before = gap });
            gap = Gap.None;
        }

        var content = kept.Count(step => !IsEdge(step));
        return content == 0 || (content == 1 && kept.Count == 1 && steps.Length > 1) ? steps : [.. kept];
    }
}
