namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>The pieces by their letters. A node's children lie side by side in order, so one is found by halving.</summary>
internal sealed class PieceTrie
{
    public const int Root = 0;
    public const int None = -1;

    private const int NoPiece = -1;
    private readonly char[] _letters;
    private readonly int[] _firstChild;
    private readonly int[] _ids;
    private readonly double[] _scores;

    /// <param name="pieces">Of two that read alike the later counts, as in the original.</param>
    public PieceTrie(IReadOnlyList<(string Text, double Score, ushort Id)> pieces)
    {
        var sorted = pieces.GroupBy(piece => piece.Text).Select(same => same.Last()).OrderBy(piece => piece.Text, StringComparer.Ordinal).ToArray();
        var nodes = new List<Node> { new('\0', 0, sorted.Length, 0) };
        var firstChild = new List<int>();
        for (var at = 0; at < nodes.Count; at++)
        {
            firstChild.Add(nodes.Count);
            nodes.AddRange(ChildrenOf(nodes[at], sorted));
        }

        firstChild.Add(nodes.Count);
        _letters = [.. nodes.Select(node => node.Letter)];
        _firstChild = [.. firstChild];
        _ids = [.. nodes.Select(node => node.Ends(sorted) ? sorted[node.From].Id : NoPiece)];
        _scores = [.. nodes.Select(node => node.Ends(sorted) ? sorted[node.From].Score : 0)];
    }

    public int Child(int node, char letter)
    {
        var first = _firstChild[node];
        var at = _letters.AsSpan(first, _firstChild[node + 1] - first).BinarySearch(letter);
        return at < 0 ? None : first + at;
    }

    public bool IsPiece(int node, out double score, out ushort id)
    {
        (score, id) = (_scores[node], (ushort)Math.Max(0, _ids[node]));
        return _ids[node] != NoPiece;
    }

    private static IEnumerable<Node> ChildrenOf(Node node, (string Text, double Score, ushort Id)[] sorted)
    {
        var from = node.Ends(sorted) ? node.From + 1 : node.From;
        while (from < node.To)
        {
            var letter = sorted[from].Text[node.Depth];
            var to = from + 1;
            while (to < node.To && sorted[to].Text[node.Depth] == letter) to++;
            yield return new Node(letter, from, to, node.Depth + 1);
            from = to;
        }
    }

    /// <summary>The sorted pieces from one to before another share their first letters.</summary>
    private readonly record struct Node(char Letter, int From, int To, int Depth)
    {
        public bool Ends((string Text, double Score, ushort Id)[] sorted) => From < To && sorted[From].Text.Length == Depth;
    }
}
