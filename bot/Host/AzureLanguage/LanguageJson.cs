using System.Text.Json.Serialization;

namespace EngagementBot.Host.AzureLanguage;

/// <summary>The published shapes of <c>POST /language/:analyze-text?api-version=2023-04-01</c>, as far as they are used.</summary>
internal sealed record AnalyzeTextRequest(string Kind, AnalyzeTextParameters Parameters, AnalysisInput AnalysisInput)
{
    public const string Pii = "PiiEntityRecognition";
    public const string Sentiment = "SentimentAnalysis";

    // Logging is refused: the words are a child's. Offsets are asked for as .NET counts them.
    public static AnalyzeTextRequest For(string kind, string text, string language) =>
        new(kind, new AnalyzeTextParameters("latest", true, "Utf16CodeUnit"), new AnalysisInput([new AnalysisDocument("1", language, text)]));
}

internal sealed record AnalyzeTextParameters(string ModelVersion, bool LoggingOptOut, string StringIndexType);

internal sealed record AnalysisInput(IReadOnlyList<AnalysisDocument> Documents);

internal sealed record AnalysisDocument(string Id, string Language, string Text);

internal sealed record AnalyzeTextResponse(string? Kind, AnalyzeTextResults? Results);

internal sealed record AnalyzeTextResults(IReadOnlyList<AnalyzedDocument?>? Documents);

internal sealed record AnalyzedDocument(string? Id, IReadOnlyList<PiiEntity?>? Entities, string? Sentiment);

/// <param name="Offset">In UTF-16 units, as asked for.</param>
internal sealed record PiiEntity(string? Text, string? Category, int Offset, int Length, double ConfidenceScore);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, MaxDepth = 16)]
[JsonSerializable(typeof(AnalyzeTextRequest))]
[JsonSerializable(typeof(AnalyzeTextResponse))]
internal sealed partial class LanguageJson : JsonSerializerContext;
