using EngagementBot.Conversations.Handoff;

namespace EngagementBot.Conversations.Risk.Learning;

/// <summary>Which corrections make sense for a message, whoever makes them.</summary>
public static class Corrections
{
    /// <summary>Why it cannot be kept, or null. Depends on what was written only, so that a retried press is judged alike.</summary>
    /// <param name="written">The message it speaks of; null where that commit holds none.</param>
    /// <param name="others">Everything else they wrote: a sentence must not be borrowed from there either.</param>
    public static Refusal? Refuse(RiskCorrection correction, ConversationEvent.YoungPersonWrote? written, IEnumerable<MessageText> others)
    {
        if (written is null || !IsALabel(correction, written)) return Refusal.Invalid;
        if (correction.Example is not { } example) return null;
        if (!example.IsWellFormed || (correction.Level is RiskLevel.None && example.Moment is not null)) return Refusal.Invalid;

        return Borrowing.IsBorrowed(example.Text, written.Text, others) ? Refusal.SentenceTooNear : null;
    }

    private static bool IsALabel(RiskCorrection correction, ConversationEvent.YoungPersonWrote written) =>
        Enum.IsDefined(correction.Level)
        && HasSoundCategories(correction)
        && Differs(correction, written.Risk)
        && (correction.Phrase is not { } phrase || IsWithin(phrase, written.Text.Words.Length));

    private static bool HasSoundCategories(RiskCorrection correction)
    {
        var categories = correction.Categories;
        if (categories.Distinct().Count() != categories.Count || !categories.All(Enum.IsDefined)) return false;

        return correction.Level switch
        {
            RiskLevel.None => categories.Count == 0,
            RiskLevel.Low => true,
            RiskLevel.Medium or RiskLevel.High or RiskLevel.Immediate => categories.Count > 0,
        };
    }

    // At the same level a category may still have been missed.
    private static bool Differs(RiskCorrection correction, RiskAssessment found) => correction.Kind switch
    {
        CorrectionKind.NotRisk => correction.Level < found.Level,
        CorrectionKind.Missed => correction.Level > found.Level
            || (correction.Level == found.Level && correction.Categories.Any(category => !found.Categories.Contains(category))),
        _ => false,
    };

    private static bool IsWithin(PhraseSpan phrase, int length) =>
        phrase is { Start: >= 0, Length: > 0 } && phrase.Start < length && phrase.Length <= length - phrase.Start;
}
