namespace EngagementBot.Conversations.Dialogs;

/// <summary>Welsh put word by word into the English it is matched as, so that what was learned in one language serves the other. Never shown to anyone.</summary>
internal sealed class WelshWords
{
    /// <summary>A text is Welsh from this share of words that are Welsh and nothing else.</summary>
    private const double WelshFrom = 0.25;

    private static readonly (string Mutated, string[] Plain)[] Mutations =
    [
        ("ngh", ["c"]), ("mh", ["p"]), ("nh", ["t"]), ("ng", ["g"]), ("ph", ["p"]), ("th", ["t"]), ("ch", ["c"]), ("dd", ["d"]),
        ("b", ["p"]), ("d", ["t"]), ("g", ["c"]), ("f", ["b", "m"]), ("l", ["ll", "gl"]), ("r", ["rh", "gr"]), ("m", ["b"]), ("n", ["d"]), ("w", ["gw"]), ("", ["g"]),
    ];

    private readonly Dictionary<string, (string English, bool IsEnglishToo)> words = new(StringComparer.Ordinal);

    public WelshWords(string list)
    {
        Text = list;
        foreach (var line in list.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#') || line.Split('=', 2, StringSplitOptions.TrimEntries) is not [var english, var welsh]) continue;
            foreach (var word in welsh.Split(' ')) words.TryAdd(Plain(word.TrimEnd('*')), (english, word.EndsWith('*')));
        }
    }

    /// <summary>The list as it was read.</summary>
    public string Text { get; }

    /// <summary>The text in English words, those not listed left as they are; null for a text that is not Welsh.</summary>
    public string? English(string text)
    {
        var written = text.Split([' ', '\n', '\t', ',', '.', '?', '!', ';', ':', '(', ')', '"', '-'], StringSplitOptions.RemoveEmptyEntries).Select(Plain).ToList();
        var welsh = written.Count(word => Listed(word) is { IsEnglishToo: false });
        return welsh == 0 || welsh < written.Count * WelshFrom ? null : string.Join(' ', written.Select(InEnglish));
    }

    private string InEnglish(string word)
    {
        if (Listed(word) is { } listed) return listed.English;

        foreach (var (mutated, plain) in Mutations)
            if (word.Length > mutated.Length + 2 && word.StartsWith(mutated, StringComparison.Ordinal))
                foreach (var first in plain)
                    if (Listed(first + word[mutated.Length..]) is { } found) return found.English;
        return word;
    }

    private (string English, bool IsEnglishToo)? Listed(string word) =>
        words.TryGetValue(word, out var whole) ? whole
        : word.IndexOf('\'', StringComparison.Ordinal) is > 1 and var end && words.TryGetValue(word[..end], out var stem) ? stem
        : null;

    private static string Plain(string word) =>
        string.Concat(word.ToLowerInvariant().Replace('’', '\'').Normalize(System.Text.NormalizationForm.FormD)
            .Where(letter => char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark));
}
