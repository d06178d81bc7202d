using System.Text.Json.Serialization;

namespace EngagementBot.Conversations.Risk.Learning;

/// <summary>What the screen got wrong.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CorrectionKind>))]
public enum CorrectionKind
{
    /// <summary>It found more than there was.</summary>
    [JsonStringEnumMemberName("not-risk")] NotRisk,

    /// <summary>It found less than there was.</summary>
    [JsonStringEnumMemberName("missed")] Missed,
}

/// <summary>Where in a message the right reading hangs, as UTF-16 offsets into it. A place, never the words.</summary>
[GenerateSerializer, Immutable]
public sealed record PhraseSpan([property: Id(0)] int Start, [property: Id(1)] int Length);

/// <summary>A caseworker's correction of one message. It points to the message and repeats nothing of it.</summary>
/// <param name="Sequence">Of the commit that holds the message.</param>
/// <param name="Level">The right one, of that message alone.</param>
/// <param name="Categories">All that hold, the weightiest first; none at level 0, at least one from level 2.</param>
/// <param name="Example">What may leave the conversation; null where the reviewer wrote none.</param>
[GenerateSerializer, Immutable]
public sealed record RiskCorrection(
    [property: Id(0)] CorrectionKind Kind,
    [property: Id(1)] long Sequence,
    [property: Id(2)] RiskLevel Level,
    [property: Id(3)] IReadOnlyList<RiskCategory> Categories,
    [property: Id(4)] PhraseSpan? Phrase = null,
    [property: Id(5)] InventedSentence? Example = null);

/// <summary>A sentence of the reviewer's own that carries the point of a correction, with the rest of its label. Level and categories are
/// the correction's. None of it may be the young person's (see <see cref="Borrowing"/>).</summary>
/// <param name="Moment">The one it is mainly about; null at level 0.</param>
[GenerateSerializer, Immutable]
public sealed record InventedSentence(
    [property: Id(0)] MessageText Text,
    [property: Id(1)] string Language,
    [property: Id(2)] ReachableMoment? Moment,
    [property: Id(3)] Speaker Speaker,
    [property: Id(4)] Immediacy Immediacy)
{
    /// <summary>In UTF-16 units: an example is a message, not a case history.</summary>
    public const int MaxLength = 400;

    /// <summary>The languages examples are written in; more than the bot speaks.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["en", "cy"];

    public bool IsWellFormed =>
        !Text.IsBlank && Text.Words.Length <= MaxLength && !Text.Words.Any(char.IsControl)
        && Languages.Contains(Language) && Enum.IsDefined(Speaker) && Enum.IsDefined(Immediacy) && (Moment is not { } moment || Enum.IsDefined(moment));
}
