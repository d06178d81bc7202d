using EngagementBot.Conversations.Risk.Rules;

namespace EngagementBot.Conversations.Risk.Words;

/// <summary>Tells text the rules cannot read (another language, only a link, a string of sounds) from ordinary short chat.</summary>
internal static class Legibility
{
    public static bool IsUnreadable(FoldedText text, Chart chart, Cues cues, RiskAssessment assessment)
    {
        if (assessment.Level > RiskLevel.Low) return false;
        if (text.ForeignLetters > text.LatinLetters) return true;
        if (chart.Tokens.Count == 0) return text.LatinLetters > 0;

        var words = Count(chart, token => IsSpoken(text, token));
        var known = Count(chart, token => IsSpoken(text, token) && token.Known);
        var welsh = Readings(chart, cues.Welsh);
        if (welsh * 3 >= words) return false;
        if (words >= 3 && Readings(chart, cues.OtherLanguage) * 3 >= words) return true;
        return words >= 4 ? (known + welsh) * 5 < words * 2 : words > 0 && known == 0 && IsMash(text, chart);
    }

    /// <summary>A person is asked to look: level low, with the whole message as its evidence.</summary>
    public static RiskAssessment Mark(RiskAssessment assessment, MessageText text) => assessment with
    {
        Level = RiskLevel.Low,
        Unreadable = true,
        Score = Math.Max(assessment.Score, 0.3),
        Evidence = assessment.Evidence.Count > 0 ? assessment.Evidence : [new RiskEvidence(0, text.Words.Length, RiskCategory.AsksHuman, "unreadable")],
    };

    /// <summary>Numbers, pictures and single letters say nothing about the language.</summary>
    private static bool IsSpoken(FoldedText text, Token token) => token.End - token.Start >= 2 && text.LatinLetters > 0;

    private static int Count(Chart chart, Func<Token, bool> holds) => chart.Tokens.Count(holds);

    private static int Readings(Chart chart, int cue)
    {
        var count = 0;
        for (var at = 0; at < chart.Tokens.Count; at++)
            if (chart.EndOf(at, cue) > at) count++;
        return count;
    }

    /// <summary>A long word that no mouth could say: few vowels, or one row of the keyboard.</summary>
    private static bool IsMash(FoldedText text, Chart chart)
    {
        var (letters, vowels, row) = (0, 0, 0);
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsLetter(text[at])) continue;

            letters++;
            if (text[at] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w') vowels++;
            if ("asdfghjkl".Contains(text[at], StringComparison.Ordinal)) row++;
        }

        return letters >= 6 && chart.Tokens.Count > 0 && (vowels * 5 < letters || row == letters);
    }
}
