using System.Buffers;

namespace EngagementBot.Conversations.Risk.Words;

/// <summary>How letters are stretched and disguised.</summary>
internal static class Shapes
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Runs of a letter cut to at most <paramref name="most"/>; returns the new length.</summary>
    public static int Squeeze(ReadOnlySpan<char> typed, int most, Span<char> into)
    {
        var (length, run, last) = (0, 0, '\0');
        foreach (var letter in typed)
        {
            run = letter == last ? run + 1 : 1;
            last = letter;
            if (run <= most) into[length++] = letter;
        }

        return length;
    }

    /// <summary>Figures and signs read as the letters they look like; false where nothing was disguised.</summary>
    public static bool Unmask(ReadOnlySpan<char> typed, Span<char> into)
    {
        var masked = false;
        var letters = 0;
        for (var at = 0; at < typed.Length; at++)
        {
            into[at] = Letter(typed[at]);
            masked |= into[at] != typed[at];
            if (char.IsLetter(typed[at])) letters++;
        }

        return masked && letters > 0;
    }

    private static char Letter(char sign) => sign switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => sign,
    };

    /// <summary>The consonants of a word, doubled ones once: how "shank" and "shnk" meet.</summary>
    public static int Skeleton(ReadOnlySpan<char> word, Span<char> into)
    {
        var length = 0;
        for (var at = 0; at < word.Length; at++)
        {
            if (at > 0 && word[at] is 'a' or 'e' or 'i' or 'o' or 'u') continue;
            if (length > 0 && into[length - 1] == word[at]) continue;
            into[length++] = word[at];
        }

        return length;
    }

    public static bool HasVowel(ReadOnlySpan<char> word) => word.ContainsAny(Vowels);
}
