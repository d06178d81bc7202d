using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Learned;

/// <summary>What a feature is made of: runs of letters across words, runs of whole words, two words near each other, and word classes of the rules.</summary>
internal enum FeatureKind { Letters, Words, Pairs, Classes }

/// <summary>A message as hashed n-grams of its folded letters: they carry slang, misspelling and Welsh, which the sentence encoder cuts to pieces.</summary>
internal sealed class Ngrams
{
    private const int ShortestLetters = 3;
    private const int LongestLetters = 6;
    private const int LongestWords = 3;
    private const int FarthestPair = 5;
    private const int MostLetters = 1024;

    private readonly char[] letters = new char[MostLetters + 4];
    private readonly List<(int Start, int End)> words = [];
    private int length;

    private Ngrams() { }

    /// <summary>Hands every n-gram of a text, by kind, to <paramref name="take"/>; of a long text the first and last 512 letters count.</summary>
    public static void Read(FoldedText text, Action<FeatureKind, uint> take)
    {
        var ngrams = new Ngrams();
        ngrams.Fill(text);
        ngrams.TakeLetters(take);
        ngrams.TakeWords(take);
        ngrams.TakePairs(take);
    }

    private void Fill(FoldedText text)
    {
        Add(' ');
        var skipFrom = text.Length > MostLetters ? MostLetters / 2 : text.Length;
        var skipTo = text.Length > MostLetters ? text.Length - MostLetters / 2 : text.Length;
        for (var at = 0; at < skipFrom; at++) Add(Plain(text[at]));
        for (var at = skipTo; at < text.Length; at++) Add(Plain(text[at]));
        Add(' ');

        var start = -1;
        for (var at = 0; at < length; at++)
        {
            if (letters[at] != ' ' && start < 0) start = at;
            if (letters[at] != ' ' || start < 0) continue;

            words.Add((start, at));
            start = -1;
        }
    }

    private static char Plain(char letter) => char.IsAsciiDigit(letter) ? '0' : letter;

    // One space between words, no apostrophes, and no letter more than twice in a row: "heeeelp" is "heelp".
    private void Add(char letter)
    {
        if (letter is '\'' || length >= letters.Length) return;
        if (char.IsWhiteSpace(letter)) letter = ' ';
        if (letter == ' ' && length > 0 && letters[length - 1] == ' ') return;
        if (length > 1 && letters[length - 1] == letter && letters[length - 2] == letter) return;

        letters[length++] = letter;
    }

    private void TakeLetters(Action<FeatureKind, uint> take)
    {
        for (var size = ShortestLetters; size <= LongestLetters; size++)
            for (var at = 0; at + size <= length; at++)
                take(FeatureKind.Letters, Hash(letters.AsSpan(at, size), (uint)size));
    }

    private void TakeWords(Action<FeatureKind, uint> take)
    {
        for (var size = 1; size <= LongestWords; size++)
            for (var at = 0; at + size <= words.Count; at++)
                take(FeatureKind.Words, Hash(letters.AsSpan(words[at].Start, words[at + size - 1].End - words[at].Start), 100u + (uint)size));
    }

    private void TakePairs(Action<FeatureKind, uint> take)
    {
        const uint begin = 77;
        for (var at = -1; at < words.Count; at++)
        {
            var first = at < 0 ? begin : Hash(Word(at), 200);
            for (var gap = at < 0 ? 1 : 2; gap <= FarthestPair && at + gap < words.Count; gap++)
                take(FeatureKind.Pairs, Hash(Word(at + gap), first));
        }
    }

    private ReadOnlySpan<char> Word(int at) => letters.AsSpan(words[at].Start, words[at].End - words[at].Start);

    // FNV-1a over UTF-16 units, then mixed so that close seeds lie far apart.
    internal static uint Hash(ReadOnlySpan<char> letters, uint seed)
    {
        var hash = 2166136261u ^ (seed * 2654435761u);
        foreach (var letter in letters) hash = (hash ^ letter) * 16777619u;
        return Mixed(hash);
    }

    internal static uint Mixed(uint hash)
    {
        hash ^= hash >> 15;
        hash *= 2246822519u;
        return hash ^ (hash >> 13);
    }
}
