using System.Text.RegularExpressions;

namespace EngagementBot.Transcripts.Checks;

/// <summary>About how old a reader is who takes a text in with ease: the Flesch-Kincaid grade (Kincaid et al., 1975) and five years.</summary>
internal static partial class ReadingAge
{
    private const double PerWordInSentence = 0.39;
    private const double PerSyllableInWord = 11.8;
    private const double Base = -15.59;
    private const double SchoolStarts = 5;

    /// <returns>In years.</returns>
    public static double Of(string text)
    {
        var words = Word().Matches(text);
        var sentences = Math.Max(1, End().Count(text));
        if (words.Count == 0) return SchoolStarts;

        var syllables = words.Sum(word => Syllables(word.Value.ToLowerInvariant()));
        return (PerWordInSentence * words.Count / sentences) + (PerSyllableInWord * syllables / words.Count) + Base + SchoolStarts;
    }

    private static int Syllables(string word)
    {
        var groups = Vowels().Count(word);
        if (groups > 1 && word.EndsWith('e') && !word.EndsWith("le", StringComparison.Ordinal)) groups--;
        return Math.Max(1, groups);
    }

    [GeneratedRegex("[A-Za-z']+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.?!](?=\s|""|$)|\n")]
    private static partial Regex End();

    [GeneratedRegex("[aeiouy]+")]
    private static partial Regex Vowels();
}
