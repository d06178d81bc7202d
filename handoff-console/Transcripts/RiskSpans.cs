using EngagementBot.Conversations.Risk;

namespace EngagementBot.HandoffConsole.Transcripts;

/// <summary>A stretch of a message and every finding that covers it; most have none.</summary>
public sealed record TextPiece(string Text, IReadOnlyList<RiskEvidence> Evidence);

/// <summary>Cuts a message where findings begin and end, so that each piece can be underlined with its reasons.</summary>
public static class RiskSpans
{
    /// <param name="words">The message as it was written.</param>
    /// <param name="evidence">UTF-16 offsets into it; may overlap. What lies outside is ignored, half an emoji is taken whole.</param>
    /// <returns>Pieces that together are the message.</returns>
    public static IReadOnlyList<TextPiece> Cut(string words, IReadOnlyList<RiskEvidence> evidence)
    {
        var spans = evidence.Select(found => (Found: found, Start: Back(words, found.Start), End: Forward(words, (long)found.Start + found.Length)))
            .Where(span => span.Start < span.End)
            .ToArray();
        var cuts = spans.SelectMany(span => new[] { span.Start, span.End }).Concat([0, words.Length]).Distinct().Order().ToArray();

        return [.. cuts.Zip(cuts.Skip(1), (start, end) => new TextPiece(
            words[start..end],
            [.. spans.Where(span => span.Start < end && start < span.End).Select(span => span.Found)]))];
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
