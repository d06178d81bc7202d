namespace EngagementBot.Conversations.Risk.Words;

/// <summary>Cuts a message into words: one pass over the folded text, then each word is recognised by <see cref="Spelling"/>.</summary>
internal sealed class Tokeniser(Spelling spelling)
{
    private const int LongestSpelt = 30;

    /// <summary>The words of a message in order; a link counts as none.</summary>
    public List<Token> Read(FoldedText text)
    {
        var tokens = new List<Token>(text.Length / 4 + 4);
        var pause = Pause.None;
        var at = 0;
        while (at < text.Length)
        {
            var end = WordEnd(text, at);
            if (end == at)
            {
                pause = Later(pause, PauseOf(text, at));
                at++;
                continue;
            }

            if (IsLink(text, at, end)) end = LinkEnd(text, at);
            else Add(tokens, text, at, ref end, pause);
            pause = Pause.None;
            at = end;
        }

        return tokens;
    }

    private void Add(List<Token> tokens, FoldedText text, int at, ref int end, Pause pause)
    {
        var joined = SpacedEnd(text, at, end);
        if (joined > end && (text[end] != ' ' || joined - at >= 5) && spelling.Joined(text, at, joined) is { } whole)
        {
            tokens.Add(whole with { Before = pause });
            end = joined;
            return;
        }

        var first = tokens.Count;
        spelling.Recognise(text, at, end, tokens);
        if (tokens.Count > first) tokens[first] = tokens[first] with { Before = pause, Picture = FoldedText.IsPicture(text[at]) };
    }

    private static int WordEnd(FoldedText text, int at)
    {
        if (FoldedText.IsPicture(text[at])) return at + (char.IsHighSurrogate(text[at]) ? 2 : 1);
        if (!StartsWord(text, at)) return at;

        var end = at + 1;
        while (end < text.Length && (IsWordLetter(text[end]) || IsInner(text, end))) end++;
        return end;
    }

    private static bool StartsWord(FoldedText text, int at) =>
        IsWordLetter(text[at]) || (text[at] is '$' or '@' && char.IsLetter(text[at + 1])) || (text[at] is '£' or '$' && char.IsDigit(text[at + 1]));

    private static bool IsWordLetter(char letter) => char.IsLetterOrDigit(letter) && !char.IsSurrogate(letter);

    /// <summary>Marks that stand inside a word: an apostrophe, a letter's disguise, the point of 1.5 or 10:30.</summary>
    private static bool IsInner(FoldedText text, int at) => text[at] switch
    {
        '\'' or '@' or '$' or '|' => IsWordLetter(text[at + 1]),
        '!' => char.IsLetter(text[at + 1]) && char.IsLetter(text[at - 1]) && at >= 1,
        '*' => IsWordLetter(text[at + 1]) || text[at + 1] == '*' || text[at - 1] == '*',
        '.' or ':' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
        _ => false,
    };

    /// <summary>Where a run of single letters ends: "s h a n k", "o.t.", "k-i-l-l".</summary>
    private static int SpacedEnd(FoldedText text, int at, int end)
    {
        if (end - at != 1 || !char.IsLetter(text[at])) return end;
        while (end - at < LongestSpelt && text[end] is ' ' or '.' or '-' or '_' or '/' && char.IsLetter(text[end + 1]) && !IsWordLetter(text[end + 2]) && text[end + 2] != '\'') end += 2;
        return end;
    }

    private static bool IsLink(FoldedText text, int at, int end)
    {
        var word = text.Between(at, end);
        return (word is "http" or "https" && text[end] == ':') || (word is "www" && text[end] == '.');
    }

    private static int LinkEnd(FoldedText text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at])) at++;
        return at;
    }

    private static Pause PauseOf(FoldedText text, int at) => text[at] switch
    {
        '.' or '!' or '?' or '\n' => Pause.Stop,
        ',' or ';' or ':' or '-' or '(' or ')' or '"' => Pause.Comma,
        _ => Pause.None,
    };

    private static Pause Later(Pause one, Pause other) => one > other ? one : other;
}
