namespace EngagementBot.Conversations.Risk.Words;

/// <summary>Finds the rule word behind a misspelt one: one slip of the finger, missing vowels, letters starred out.</summary>
/// <remarks>Words are indexed by all their forms with one letter left out (symmetric deletion), so a look-up costs as many probes as letters.</remarks>
internal sealed class Mending
{
    private const int ShortestMended = 5;
    private readonly Dictionary<string, int> shortened = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> skeletons = new(StringComparer.Ordinal);
    private readonly Vocabulary vocabulary;

    public Mending(Vocabulary vocabulary, IReadOnlySet<string> common)
    {
        this.vocabulary = vocabulary;
        Span<char> bones = stackalloc char[32];
        foreach (var word in vocabulary.Words.Where(word => word.Length is >= 3 and < 24 && word.All(char.IsAsciiLetter)).ToArray())
        {
            var number = vocabulary.NumberOf(word);
            if (word.Length >= ShortestMended)
                for (var gap = 0; gap < word.Length; gap++) shortened.TryAdd(word.Remove(gap, 1), number);
            var length = Shapes.Skeleton(word, bones);
            var skeleton = new string(bones[..length]);
            if (length >= 3 && length < word.Length && !common.Contains(skeleton)) skeletons.TryAdd(skeleton, number);
        }
    }

    /// <summary>The nearest word of the rules, or -1.</summary>
    public int Nearest(ReadOnlySpan<char> typed)
    {
        if (typed.Contains('*')) return Starred(typed);
        if (typed.Length >= 3 && !Shapes.HasVowel(typed)) return Boned(typed);
        return typed.Length < ShortestMended - 1 || typed.Length > 23 ? -1 : Slipped(typed);
    }

    private int Boned(ReadOnlySpan<char> typed)
    {
        Span<char> bones = stackalloc char[typed.Length];
        var length = Shapes.Skeleton(typed, bones);
        return skeletons.GetAlternateLookup<ReadOnlySpan<char>>().GetValueOr(bones[..length], -1);
    }

    private int Slipped(ReadOnlySpan<char> typed)
    {
        var lookup = shortened.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.GetValueOr(typed, -1) is >= 0 and var missing && vocabulary[missing].Length >= ShortestMended && vocabulary[missing][0] == typed[0]) return missing;

        Span<char> probe = stackalloc char[typed.Length - 1];
        for (var gap = typed.Length - 1; gap >= 0; gap--)
        {
            typed[..gap].CopyTo(probe);
            typed[(gap + 1)..].CopyTo(probe[gap..]);
            var whole = vocabulary.Find(probe);
            if (whole >= 0 && probe.Length >= ShortestMended && gap > 0) return whole;
            if (lookup.GetValueOr(probe, -1) is >= 0 and var near && IsOneSlip(typed, vocabulary[near])) return near;
        }

        return -1;
    }

    /// <summary>One letter replaced, or two neighbours swapped, and the same first letter (unless the first two are swapped).</summary>
    private static bool IsOneSlip(ReadOnlySpan<char> typed, string word)
    {
        if (typed.Length != word.Length) return false;

        var first = 0;
        while (first < word.Length && typed[first] == word[first]) first++;
        var last = word.Length - 1;
        while (last > first && typed[last] == word[last]) last--;
        var swapped = last == first + 1 && typed[first] == word[last] && typed[last] == word[first];
        return swapped || (first == last && first > 0);
    }

    private int Starred(ReadOnlySpan<char> typed)
    {
        for (var number = 0; number < vocabulary.Count; number++)
            if (Fits(typed, vocabulary[number])) return number;
        return -1;
    }

    private static bool Fits(ReadOnlySpan<char> typed, string word)
    {
        if (word.Length != typed.Length || word.Length < 4 || typed[0] != word[0]) return false;

        for (var at = 0; at < typed.Length; at++)
            if (typed[at] != '*' && typed[at] != word[at]) return false;
        return true;
    }
}

internal static class Lookups
{
    public static int GetValueOr(this Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, ReadOnlySpan<char> key, int otherwise) =>
        lookup.TryGetValue(key, out var value) ? value : otherwise;
}
