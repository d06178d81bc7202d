namespace EngagementBot.Conversations.Risk.Words;

/// <summary>The forms a regular English word takes, with the spellings people type: stab~ is stab, stabs, stabbed, stabbin…</summary>
internal static class Inflections
{
    public static IEnumerable<string> Of(string stem)
    {
        yield return stem;
        var root = Root(stem);
        yield return Plural(stem);
        foreach (var ending in (string[])["ed", "ing", "in"])
        {
            yield return root + ending;
            if (Doubles(stem)) yield return stem + stem[^1] + ending;
        }
    }

    private static string Root(string stem) =>
        stem.EndsWith('e') ? stem[..^1] : stem;

    private static string Plural(string stem) => stem switch
    {
        [.., 's' or 'x' or 'z'] or [.., 's' or 'c', 'h'] => stem + "es",
        [.., not ('a' or 'e' or 'o' or 'u'), 'y'] => stem[..^1] + "ies",
        _ => stem + "s",
    };

    private static bool Doubles(string stem) =>
        stem.Length is >= 3 and <= 6 && !IsVowel(stem[^1]) && stem[^1] is not ('w' or 'x' or 'y') && IsVowel(stem[^2]) && !IsVowel(stem[^3]);

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';
}
