namespace EngagementBot.Conversations.Risk.Words;

/// <summary>Recognises a word however it was typed. Each step is tried only where the ones before found nothing.</summary>
internal sealed class Spelling
{
    private const int LongestMended = 24;
    private readonly Vocabulary vocabulary;
    private readonly Lexicon lexicon;
    private readonly Mending mending;
    private readonly Dictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> spellings;
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> common;

    public Spelling(Vocabulary vocabulary, Lexicon lexicon)
    {
        (this.vocabulary, this.lexicon) = (vocabulary, lexicon);
        spellings = new Dictionary<string, string[]>(lexicon.Spellings).GetAlternateLookup<ReadOnlySpan<char>>();
        common = new HashSet<string>(lexicon.Common).GetAlternateLookup<ReadOnlySpan<char>>();
        mending = new Mending(vocabulary, lexicon.Common);
        Number = vocabulary.NumberOf("#");
        Money = vocabulary.NumberOf("#money");
        Clock = vocabulary.NumberOf("#clock");
    }

    private int Number { get; }

    private int Money { get; }

    private int Clock { get; }

    /// <summary>A word spelt letter by letter, if rules know it.</summary>
    public Token? Joined(FoldedText text, int from, int to)
    {
        Span<char> letters = stackalloc char[32];
        if ((to - from) / 2 + 1 > letters.Length) return null;

        var length = 0;
        for (var at = from; at < to; at += 2) letters[length++] = text[at];
        var word = vocabulary.Find(letters[..length]);
        return word < 0 || length < 2 ? null : new Token(word, -1, text.StartOf(from), text.EndOf(to - 1), Pause.None, true);
    }

    public void Recognise(FoldedText text, int from, int to, List<Token> into)
    {
        var span = (Start: text.StartOf(from), End: text.EndOf(to - 1));
        var typed = text.Between(from, to);
        if (typed.Length > LongestMended * 2) Add(into, span, -1, -1, false);
        else if (!Listed(typed, span, into) && !Numeral(text, from, to, into) && !Plain(typed, span, into) && !Reshaped(typed, span, into)) Guess(text, from, to, into);
    }

    private bool Listed(ReadOnlySpan<char> typed, (int Start, int End) span, List<Token> into)
    {
        if (!spellings.TryGetValue(typed, out var meant)) return false;

        foreach (var word in meant) Add(into, span, vocabulary.Find(word), -1, true);
        return true;
    }

    /// <summary>As typed: a listed spelling, a word of the rules, an everyday word, or one of these with 's.</summary>
    private bool Plain(ReadOnlySpan<char> typed, (int Start, int End) span, List<Token> into)
    {
        if (Listed(typed, span, into)) return true;

        var known = vocabulary.Find(typed);
        if (known >= 0 || common.Contains(typed) || FoldedText.IsPicture(typed[0]))
        {
            Add(into, span, known, -1, true);
            return true;
        }

        if (typed.Contains('\'')) return WithApostrophe(typed, span, into);
        return false;
    }

    private bool WithApostrophe(ReadOnlySpan<char> typed, (int Start, int End) span, List<Token> into)
    {
        if (typed.EndsWith("'s") && Plain(typed[..^2], span, into)) return true;

        Span<char> bare = stackalloc char[typed.Length];
        var length = 0;
        foreach (var letter in typed)
            if (letter != '\'') bare[length++] = letter;
        return length > 0 && Plain(bare[..length], span, into);
    }

    private bool Numeral(FoldedText text, int from, int to, List<Token> into)
    {
        var at = from;
        var money = text[at] is '£' or '$';
        if (money) at++;
        if (!char.IsDigit(text[at])) return false;

        var clock = false;
        while (at < to && (char.IsDigit(text[at]) || text[at] is '.' or ',' or ':')) clock |= text[at++] == ':';
        var unit = text.Between(at, to);
        if (unit is "k") (money, at) = (true, to);
        if (unit is "am" or "pm" or "ish") (clock, at) = (true, to);
        if (at < to && (unit.Length > 5 || vocabulary.Find(unit) < 0)) return false;

        Add(into, (text.StartOf(from), text.EndOf(at - 1)), money ? Money : clock ? Clock : Number, vocabulary.Find(text.Between(from, at)), true);
        if (at < to) Add(into, (text.StartOf(at), text.EndOf(to - 1)), vocabulary.Find(unit), -1, true);
        return true;
    }

    /// <summary>Stretched letters ("feddds") and disguised ones ("sh4nk", "st@b").</summary>
    private bool Reshaped(ReadOnlySpan<char> typed, (int Start, int End) span, List<Token> into)
    {
        Span<char> shape = stackalloc char[typed.Length];
        foreach (var most in (ReadOnlySpan<int>)[2, 1])
        {
            var squeezed = Shapes.Squeeze(typed, most, shape);
            if (squeezed < typed.Length && Plain(shape[..squeezed], span, into)) return true;
        }

        if (!Shapes.Unmask(typed, shape)) return false;
        if (Plain(shape, span, into)) return true;

        var length = Shapes.Squeeze(shape, 1, shape);
        return Plain(shape[..length], span, into);
    }

    private void Guess(FoldedText text, int from, int to, List<Token> into)
    {
        var typed = text.Between(from, to);
        var guess = mending.Nearest(typed);
        if (guess >= 0 || typed.Length > LongestMended || !Split(text, from, to, into))
            Add(into, (text.StartOf(from), text.EndOf(to - 1)), -1, guess, guess >= 0);
    }

    /// <summary>Words run together ("theyknow"): the fewest known words that make up the whole.</summary>
    private bool Split(FoldedText text, int from, int to, List<Token> into)
    {
        Span<int> cuts = stackalloc int[4];
        var typed = text.Between(from, to);
        for (var words = 2; words <= 4; words++)
        {
            if (!Cut(typed, 0, words, cuts)) continue;

            var start = 0;
            foreach (var end in cuts[..words])
            {
                Plain(typed[start..end], (text.StartOf(from + start), text.EndOf(from + end - 1)), into);
                start = end;
            }

            return true;
        }

        return false;
    }

    private bool Cut(ReadOnlySpan<char> typed, int from, int words, Span<int> cuts)
    {
        if (words == 1)
        {
            cuts[0] = typed.Length;
            return IsPart(typed[from..]);
        }

        for (var end = from + 1; end < typed.Length; end++)
        {
            if (!IsPart(typed[from..end]) || !Cut(typed, end, words - 1, cuts[1..])) continue;
            cuts[0] = end;
            return true;
        }

        return false;
    }

    private bool IsPart(ReadOnlySpan<char> part) => part.Length switch
    {
        0 => false,
        1 => part[0] == 'i',
        2 => part is "my" or "me" or "he" or "is" or "it" or "to" or "in" or "im" or "we" or "on" or "at" or "up" or "no" or "so" or "of" or "do" or "go" or "am" or "us" or "hes",
        _ => vocabulary.Find(part) >= 0 || (part.Length >= 4 && common.Contains(part)) || (part.Length >= 3 && spellings.ContainsKey(part)),
    };

    private static void Add(List<Token> into, (int Start, int End) span, int word, int guess, bool known) =>
        into.Add(new Token(word, guess, span.Start, span.End, Pause.None, known));
}
