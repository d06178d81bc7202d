using System.Text;

namespace EngagementBot.Conversations.Identifiers;

/// <summary>A message with its identifiers covered.</summary>
/// <param name="Words">Placeholders stand where identifiers stood.</param>
/// <param name="Hidden">Where the placeholders stand in <paramref name="Words"/>; the place in this list names an identifier.</param>
public sealed record MaskedText(string Words, IReadOnlyList<Identifier> Hidden);

/// <summary>Covers identifiers for a screen. Nothing is destroyed: the message itself stays whole under its conversation's key.</summary>
public static class Masking
{
    public static string Placeholder(IdentifierKind kind) => $"[{NameOf(kind)} hidden]";

    public static string NameOf(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Phone => "phone number",
        IdentifierKind.Email => "email",
        IdentifierKind.Postcode => "postcode",
        IdentifierKind.Name => "name",
        IdentifierKind.Handle => "username",
        IdentifierKind.Address => "address",
        IdentifierKind.Place => "place",
        IdentifierKind.Message => "message",
    };

    /// <summary>Covers whatever identifies in words that are not a young person's, such as a reason.</summary>
    public static string Cover(string words) => Mask(words, IdentifierFinder.Find(new MessageText(words))).Words;

    /// <param name="words">As written.</param>
    /// <param name="found">UTF-16 spans into it, in any order, without overlaps. What lies outside is left out of the text but keeps its place in the list.</param>
    public static MaskedText Mask(string words, IReadOnlyList<Identifier> found)
    {
        var masked = new StringBuilder();
        var hidden = found.Select(span => Inside(words, span)).ToArray();
        var at = 0;
        foreach (var place in Enumerable.Range(0, hidden.Length).OrderBy(place => hidden[place].Start))
        {
            var span = hidden[place];
            var start = Math.Max(at, span.Start);
            masked.Append(words, at, start - at);
            var placeholder = span.End > start ? Placeholder(span.Kind) : "";
            hidden[place] = span with { Start = masked.Length, Length = placeholder.Length };
            masked.Append(placeholder);
            at = Math.Max(start, span.End);
        }

        return new MaskedText(masked.Append(words, at, words.Length - at).ToString(), hidden);
    }

    /// <summary>Findings moved to where their words stand now; one that touches an identifier covers the whole placeholder.</summary>
    public static RiskAssessment Rebase(RiskAssessment risk, string words, IReadOnlyList<Identifier> found, IReadOnlyList<Identifier> hidden)
    {
        var spans = found.Zip(hidden, (was, now) => (Was: Inside(words, was), Now: now)).ToArray();
        return risk with { Evidence = [.. risk.Evidence.Select(evidence => Rebase(evidence, words, spans))] };
    }

    private static RiskEvidence Rebase(RiskEvidence evidence, string words, (Identifier Was, Identifier Now)[] spans)
    {
        var start = Math.Clamp(evidence.Start, 0, words.Length);
        var end = (int)Math.Clamp((long)evidence.Start + evidence.Length, start, words.Length);
        var moved = (Start: Moved(start, spans, atEnd: false), End: Moved(end, spans, atEnd: true));
        return evidence with { Start = moved.Start, Length = Math.Max(0, moved.End - moved.Start) };
    }

    private static int Moved(int offset, (Identifier Was, Identifier Now)[] spans, bool atEnd)
    {
        var moved = offset;
        foreach (var (was, now) in spans)
        {
            if (offset > was.Start && offset < was.End) return atEnd ? now.End : now.Start;
            if (was.End <= offset) moved += now.Length - was.Length;
        }

        return moved;
    }

    private static Identifier Inside(string words, Identifier span)
    {
        var start = Math.Clamp(span.Start, 0, words.Length);
        return span with { Start = start, Length = (int)Math.Clamp((long)span.Start + span.Length, start, words.Length) - start };
    }
}
