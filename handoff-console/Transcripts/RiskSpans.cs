using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.HandoffConsole.Transcripts;

/// <summary>A stretch of a message and every finding that covers it; most have none.</summary>
/// <param name="Hidden">Place of the identifier whose placeholder this is, in the message's list; null for other words.</param>
public sealed record TextPiece(string Text, IReadOnlyList<RiskEvidence> Evidence, int? Hidden = null);

/// <summary>Cuts a message where findings begin and end, so that each piece can be underlined with its reasons.</summary>
public static class RiskSpans
{
    /// <param name="words">The message as it was written.</param>
    /// <param name="evidence">UTF-16 offsets into it; may overlap. What lies outside is ignored, half an emoji is taken whole.</param>
    /// <param name="hidden">Placeholders in it.</param>
    /// <returns>Pieces that together are the message.</returns>
    public static IReadOnlyList<TextPiece> Cut(string words, IReadOnlyList<RiskEvidence> evidence, IReadOnlyList<Identifier>? hidden = null)
    {
        var spans = evidence.Select(found => (Found: found, Start: Back(words, found.Start), End: Forward(words, (long)found.Start + found.Length)))
            .Where(span => span.Start < span.End)
            .ToArray();
        var covers = (hidden ?? []).Select((cover, place) => (Place: place, Start: Back(words, cover.Start), End: Forward(words, (long)cover.Start + cover.Length)))
            .Where(cover => cover.Start < cover.End)
            .ToArray();
        var cuts = spans.SelectMany(span => new[] { span.Start, span.End }).Concat(covers.SelectMany(cover => new[] { cover.Start, cover.End })).Concat([0, words.Length]).Distinct().Order().ToArray();

        return [.. cuts.Zip(cuts.Skip(1), (start, end) => new TextPiece(
            words[start..end],
            [.. spans.Where(span => span.Start < end && start < span.End).Select(span => span.Found)],
            covers.Where(cover => cover.Start < end && start < cover.End).Select(cover => (int?)cover.Place).FirstOrDefault()))];
    }

    private static int Back(string words, int offset)
    {
        var inside = Math.Clamp(offset, 0, words.Length);
        return IsInsidePair(words, inside) ? inside - 1 : inside;
    }

    private static int Forward(string words, long offset)
    {
        var inside = (int)Math.Clamp(offset, 0, words.Length);
        return IsInsidePair(words, inside) ? inside + 1 : inside;
    }

    private static bool IsInsidePair(string words, int offset) =>
        offset > 0 && offset < words.Length && char.IsSurrogatePair(words[offset - 1], words[offset]);
}
