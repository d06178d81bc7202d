using System.Buffers;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>The pieces that were written: how many, or, of a long text, the first and last 128 of them.</summary>
/// <param name="Length">Ids written.</param>
/// <param name="IsLong">The text has more than 128 pieces; its ends may share some of them.</param>
internal readonly record struct PiecesRead(int Length, bool IsLong);

/// <summary>
/// SentencePiece as the JavaScript original reads it: the most likely cut of the text into known pieces (Viterbi over unigram scores).
/// The original's oddities are kept, because its embeddings are what the model was measured with: a symbol that no piece
/// starts at costs nothing, and one inside a longer piece that cannot be reached cuts the path there.
/// </summary>
internal sealed class PieceReader
{
    /// <summary>Stands for whatever is in no piece.</summary>
    public const ushort Unknown = 0;

    private const int Reserved = 6;
    private readonly PieceTrie _trie;
    private readonly byte[] _lengths;

    public PieceReader(IReadOnlyList<(string Text, double Score)> pieces)
    {
        _lengths = [.. pieces.Select(piece => (byte)piece.Text.Length)];
        _trie = new PieceTrie([.. pieces.Select((piece, id) => (piece.Text, piece.Score, (ushort)id)).Skip(Reserved)]);
    }

    /// <summary>Every piece id of a text, for comparison with the original.</summary>
    public ushort[] ReadAll(string text)
    {
        using var symbols = Symbols.Of(text);
        var ids = new ushort[symbols.Span.Length];
        return ids[^Cut(symbols.Span, ids)..];
    }

    /// <summary>Writes the ids of a text, or of its ends, at the start of <paramref name="ends"/>, which holds twice a window.</summary>
    public PiecesRead Read(string text, Span<ushort> ends)
    {
        using var symbols = Symbols.Of(text);
        var rented = ArrayPool<ushort>.Shared.Rent(Math.Max(1, symbols.Span.Length));
        try
        {
            var ids = rented.AsSpan(0, symbols.Span.Length);
            ids = ids[^Cut(symbols.Span, ids)..];
            return WriteEnds(ids, ends);
        }
        finally
        {
            ArrayPool<ushort>.Shared.Return(rented);
        }
    }

    private static PiecesRead WriteEnds(ReadOnlySpan<ushort> ids, Span<ushort> ends)
    {
        const int window = SentenceEncoder.Window;
        if (ids.Length <= window)
        {
            ids.CopyTo(ends);
            return new PiecesRead(ids.Length, IsLong: false);
        }

        ids[..window].CopyTo(ends);
        ids[^window..].CopyTo(ends[window..]);
        return new PiecesRead(2 * window, IsLong: true);
    }

    /// <summary>Fills <paramref name="ids"/> from its end with the pieces of the symbols and returns how many there are.</summary>
    private int Cut(ReadOnlySpan<char> symbols, Span<ushort> ids)
    {
        var best = ArrayPool<double>.Shared.Rent(symbols.Length + 1);
        var last = ArrayPool<ushort>.Shared.Rent(symbols.Length + 1);
        try
        {
            best.AsSpan(0, symbols.Length + 1).Clear();
            last.AsSpan(0, symbols.Length + 1).Clear();
            for (var start = 0; start < symbols.Length; start++) Extend(symbols, start, best, last);
            return WalkBack(last, symbols.Length, ids);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(best);
            ArrayPool<ushort>.Shared.Return(last);
        }
    }

    private void Extend(ReadOnlySpan<char> symbols, int start, Span<double> best, Span<ushort> last)
    {
        var found = false;
        var node = PieceTrie.Root;
        for (var end = start; end < symbols.Length; end++)
        {
            node = _trie.Child(node, symbols[end]);
            if (node == PieceTrie.None) break;
            if (!_trie.IsPiece(node, out var score, out var id)) continue;

            found = true;
            Offer(end + 1, best[start] + score, id, best, last);
        }

        if (!found) Offer(start + 1, best[start], Unknown, best, last);
    }

    private static void Offer(int end, double score, ushort id, Span<double> best, Span<ushort> last)
    {
        if (best[end] != 0 && score < best[end]) return;
        best[end] = score;
        last[end] = id;
    }

    private int WalkBack(ReadOnlySpan<ushort> last, int length, Span<ushort> ids)
    {
        var at = ids.Length;
        for (var end = length; end > 0; end -= _lengths[last[end]])
        {
            var repeatsUnknown = last[end] == Unknown && at < ids.Length && ids[at] == Unknown;
            if (!repeatsUnknown) ids[--at] = last[end];
        }

        return ids.Length - at;
    }
}
