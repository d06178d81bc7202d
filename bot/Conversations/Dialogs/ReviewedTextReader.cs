using System.Globalization;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Reads one reviewed text. What a file says once at its head (review, urgent, for) holds for each text that does not say otherwise.</summary>
internal static class ReviewedTextReader
{
    public static readonly string[] Keys = ["text", "web", "sms", "kind", "urgent", "long", "for", "mirrors", "review"];

    public static readonly string[] HeadKeys = ["review", "urgent", "for", "mirrors"];

    public static ReviewedText Read(string id, YamlMap text, YamlMap head, DialogStep? choicesOf)
    {
        var both = text.TextOrNull("text");
        return new ReviewedText(
            id,
            Web: both ?? Wording(text, "web"),
            Sms: both ?? Wording(text, "sms"),
            text.TextOrNull("kind") is { } kind ? text.Named<UtteranceKind>("kind", kind) : UtteranceKind.Plain,
            Nearest(text, head, "urgent").Flag("urgent"),
            text.Flag("long"),
            Nearest(text, head, "for") is var to && to.TextOrNull("for") is { } name ? to.Named<Audience>("for", name) : Audience.YoungPerson,
            Nearest(text, head, "mirrors").Texts("mirrors"),
            choicesOf,
            ReadReview(Nearest(text, head, "review").MapOrNull("review") ?? throw text.Place.Fault($"'{id}' has no review: owner, review_by, source, confidence, reviewed_by")),
            text.Place);
    }

    private static YamlMap Nearest(YamlMap text, YamlMap head, string key) => text.Has(key) ? text : head;

    private static string Wording(YamlMap text, string channel) =>
        text.TextOrNull(channel) is { Length: > 0 } words ? words : throw text.Place.Fault($"no wording for {channel}; give 'text' for both channels, or 'web' and 'sms'");

    private static Review ReadReview(YamlMap review)
    {
        review.Only("owner", "review_by", "source", "confidence", "reviewed_by");
        var date = review.Text("review_by");
        return new Review(
            review.Text("owner"),
            DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var reviewBy)
                ? reviewBy
                : throw review.PlaceOf("review_by").Fault($"'{date}' is not a date; write year-month-day"),
            review.Text("source"),
            review.Named<Confidence>("confidence", review.Text("confidence")),
            review.TextOrNull("reviewed_by") ?? throw review.Place.Fault("'reviewed_by' is missing; leave it empty until a person has signed"));
    }
}
