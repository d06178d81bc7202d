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

        var words = text.Words;
        return Merged(
        [
            .. OnlineNames.Find(words),
            .. PhoneNumbers.Find(words),
            .. Addresses.Find(words),
            .. SpokenNames.Find(words),
            .. Places.Find(words),
        ]);
    }

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
