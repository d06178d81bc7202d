using EngagementBot.Contracts;
using EngagementBot.Conversations.Identifiers;

namespace EngagementBot.Host.AzureLanguage;

/// <summary>Takes from an answer what fits the message it was asked about; anything else is as if it had not been said.</summary>
internal static class LanguageAnswers
{
    private const double SureEnough = 0.6;
    private const int ShortestPhone = 9;

    public static IReadOnlyList<Identifier>? Identifiers(AnalyzeTextResponse? answer, string words) =>
        Document(answer, "PiiEntityRecognitionResults")?.Entities is { } entities
            ? [.. entities.OfType<PiiEntity>().Select(entity => Identifier(entity, words)).OfType<Identifier>()]
            : null;

    public static Tone? Tone(AnalyzeTextResponse? answer) => Document(answer, "SentimentAnalysisResults")?.Sentiment switch
    {
        "positive" => Contracts.Tone.Positive,
        "neutral" => Contracts.Tone.Neutral,
        "negative" => Contracts.Tone.Negative,
        "mixed" => Contracts.Tone.Mixed,
        _ => null,
    };

    private static AnalyzedDocument? Document(AnalyzeTextResponse? answer, string kind) =>
        answer?.Kind == kind && answer.Results?.Documents is [{ } only] ? only : null;

    private static Identifier? Identifier(PiiEntity entity, string words)
    {
        if (entity.ConfidenceScore < SureEnough || KindOf(entity.Category) is not { } kind) return null;
        if (entity.Offset < 0 || entity.Length < 1 || entity.Offset > words.Length - entity.Length) return null;

        // Offsets that point at other words than it names were counted otherwise.
        var found = words.Substring(entity.Offset, entity.Length);
        return found == entity.Text && !(kind is IdentifierKind.Phone && IsNobodysOwn(found)) ? new Identifier(entity.Offset, entity.Length, kind) : null;
    }

    // Ages, dates and amounts are entities to it too, and a caseworker needs them.
    private static IdentifierKind? KindOf(string? category) => category switch
    {
        "Person" => IdentifierKind.Name,
        "PhoneNumber" => IdentifierKind.Phone,
        "Email" => IdentifierKind.Email,
        "Address" => IdentifierKind.Address,
        _ => null,
    };

    private static bool IsNobodysOwn(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length < ShortestPhone || digits.StartsWith("080", StringComparison.Ordinal) || digits.StartsWith("03", StringComparison.Ordinal);
    }
}
