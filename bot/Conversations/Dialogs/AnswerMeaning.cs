namespace EngagementBot.Conversations.Dialogs;

/// <summary>What an answer to one of our own questions tells, which its words alone do not: "yeah", after "are you thinking about ending your life?".</summary>
/// <param name="Level">The level the answer has at least.</param>
/// <param name="Category">What it speaks of.</param>
/// <param name="Words">Normalised words, any of which gives the answer this meaning; empty where the choice itself does.</param>
internal sealed record Meaning(RiskLevel Level, RiskCategory Category, IReadOnlyList<string> Words)
{
    public bool IsIn(string plain) => Words.Any(word => $" {plain} ".Contains($" {word} ", StringComparison.Ordinal));
}

/// <summary>Reads an answer together with the question it answers, and raises the assessment by what that means. It never lowers one.</summary>
internal static class AnswerMeaning
{
    // Longer than this it is a new message rather than an answer, and stands for itself.
    private const int LongestAnswer = 120;

    public static RiskAssessment Heard(Conversation conversation, MessageText text, RiskAssessment risk, DialogBook book)
    {
        if (conversation.Step is not { } at || text.Words.Length > LongestAnswer) return risk;
        if (book.Find(at, conversation.Language) is not { } step) return risk;

        return Meanings(step, text.Words, conversation.Channel)
            .OrderByDescending(meaning => meaning.Level)
            .Aggregate(risk, (found, meaning) => Raised(found, meaning, text, $"answer-to-{at.Dialog}-{at.Step}"));
    }

    /// <summary>The label of a choice that stands there, or one of the words it is known by.</summary>
    public static bool IsOurs(Conversation conversation, MessageText text, DialogBook book) =>
        conversation.Step is { } at
        && book.Find(at, conversation.Language) is { } step
        && ChoiceReader.Exact(text.Words, step.Choices, conversation.Channel) is not null;

    private static IEnumerable<Meaning> Meanings(Step step, string words, ChannelKind channel)
    {
        var choice = ChoiceReader.Exact(words, step.Choices, channel) ?? ChoiceReader.Opening(words, step.Choices);
        if (choice?.Means is { } meant) yield return meant;
        if (choice is { Means: null }) yield break;

        var plain = Plainly.Normalise(words);
        foreach (var meaning in step.Heard)
            if (meaning.IsIn(plain)) yield return meaning;
    }

    private static RiskAssessment Raised(RiskAssessment risk, Meaning meaning, MessageText text, string rule)
    {
        if (risk.Level >= meaning.Level && risk.Categories.Contains(meaning.Category)) return risk;

        var rises = meaning.Level > risk.Level;
        return risk with
        {
            Level = rises ? meaning.Level : risk.Level,
            Severity = Math.Max(risk.Severity, (int)meaning.Level),
            Immediacy = meaning.Level is RiskLevel.Immediate ? Immediacy.Now : rises && risk.Immediacy < Immediacy.Ongoing ? Immediacy.Ongoing : risk.Immediacy,
            Categories = rises ? [meaning.Category, .. risk.Categories.Where(category => category != meaning.Category)] : [.. risk.Categories, .. risk.Categories.Contains(meaning.Category) ? [] : new[] { meaning.Category }],
            Score = Math.Max(risk.Score, RiskScreen.LeastScore(meaning.Level)),
            Evidence = [.. risk.Evidence, new RiskEvidence(0, text.Words.Length, meaning.Category, rule)],
        };
    }
}
