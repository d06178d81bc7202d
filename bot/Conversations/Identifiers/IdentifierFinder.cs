namespace EngagementBot.Conversations.Identifiers;

/// <summary>Finds what identifies in a message, by form and by the words before it, without any network. Cautious on both sides: amounts,
/// ages, dates, times, bus numbers and helplines stay readable, because a caseworker needs them.</summary>
public static class IdentifierFinder
{
    /// <summary>Pure: the same message gives the same spans.</summary>
    /// <returns>In order, without overlaps, inside the text.</returns>
    public static IReadOnlyList<Identifier> Find(MessageText text)
    {
        if (text.IsBlank) return [];

        try
        {
            return Merged(All(text.Words));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // A defect must neither cost a young person the answer nor show a caseworker what should be covered.
            return [new Identifier(0, text.Words.Length, IdentifierKind.Message)];
        }
    }

    /// <summary>What was found in a message and what was found in it elsewhere, without overlaps; the first keep their places in the list.</summary>
    public static IReadOnlyList<Identifier> Together(IReadOnlyList<Identifier> first, IEnumerable<Identifier> more) =>
        [.. first, .. Merged(more).Where(span => span.Length > 0 && !first.Any(known => known.Start < span.End && span.Start < known.End))];

    private static IEnumerable<Identifier> All(string words) =>
    [
        .. OnlineNames.Find(words),
        .. PhoneNumbers.Find(words),
        .. Addresses.Find(words),
        .. SpokenNames.Find(words),
        .. Places.Find(words),
    ];

    /// <summary>Spans that touch the same letters become one, of the kind that covers more.</summary>
    internal static IReadOnlyList<Identifier> Merged(IEnumerable<Identifier> found)
    {
        List<Identifier> merged = [];
        foreach (var next in found.OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            if (merged is [.., var last] && next.Start < last.End)
                merged[^1] = new Identifier(last.Start, Math.Max(last.End, next.End) - last.Start, next.Length > last.Length ? next.Kind : last.Kind);
            else
                merged.Add(next);
        }

        return merged;
    }
}
