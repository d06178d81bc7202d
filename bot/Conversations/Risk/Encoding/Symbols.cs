using System.Buffers;
using System.Text;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>
/// A text as the pieces are looked up in it: composed (NFKC), a mark for each space and one at the start, one char per symbol.
/// No piece has a symbol beyond U+FFFF, so such symbols and broken halves of them all become U+FFFD, which is in no piece either.
/// </summary>
internal readonly ref struct Symbols : IDisposable
{
    private const char SpaceMark = '▁';
    private const char NotASymbol = '\uFFFD';

    /// <summary>At most this many chars are read at either end: far more than any 128 pieces have.</summary>
    private const int LongestEnd = 4096;

    private readonly char[] _rented;

    private Symbols(char[] rented, int length)
    {
        _rented = rented;
        Span = rented.AsSpan(0, length);
    }

    public ReadOnlySpan<char> Span { get; }

    public void Dispose() => ArrayPool<char>.Shared.Return(_rented);

    public static Symbols Of(string text)
    {
        var whole = ArrayPool<char>.Shared.Rent(2 * LongestEnd);
        try
        {
            return Composed(whole.AsSpan(0, MendInto(whole, text)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(whole);
        }
    }

    private static int MendInto(char[] destination, string text)
    {
        var length = CopyEnds(text, destination);
        var mended = destination.AsSpan(0, length);
        for (var at = 0; at < length; at++)
        {
            if (at + 1 < length && char.IsSurrogatePair(mended[at], mended[at + 1])) at++;
            else if (char.IsSurrogate(mended[at]) || mended[at] == '\uFFFE') mended[at] = NotASymbol; // normalising throws on these
        }

        return length;
    }

    private static Symbols Composed(ReadOnlySpan<char> mended)
    {
        var rented = ArrayPool<char>.Shared.Rent(1 + mended.GetNormalizedLength(NormalizationForm.FormKC));
        if (mended.IsEmpty) return new Symbols(rented, 0);

        rented[0] = SpaceMark;
        mended.TryNormalize(rented.AsSpan(1), out var length, NormalizationForm.FormKC);
        var all = rented.AsSpan(0, 1 + length);
        length = CopyEnds(all, all);
        return new Symbols(rented, Narrow(rented.AsSpan(0, length)));
    }

    private static int Narrow(Span<char> composed)
    {
        var length = 0;
        for (var at = 0; at < composed.Length; at++)
        {
            var symbol = composed[at];
            if (char.IsSurrogate(symbol))
            {
                if (at + 1 < composed.Length && char.IsSurrogatePair(symbol, composed[at + 1])) at++;
                symbol = NotASymbol;
            }

            composed[length++] = symbol == ' ' ? SpaceMark : symbol;
        }

        return length;
    }

    private static int CopyEnds(ReadOnlySpan<char> text, Span<char> destination)
    {
        if (text.Length <= 2 * LongestEnd)
        {
            text.CopyTo(destination);
            return text.Length;
        }

        text[..LongestEnd].CopyTo(destination);
        text[^LongestEnd..].CopyTo(destination[LongestEnd..]);
        return 2 * LongestEnd;
    }
}
