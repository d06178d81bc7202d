using System.Collections.Frozen;

namespace EngagementBot.Conversations.Risk.Words;

/// <summary>The words that rules are written in, numbered, with what helps to recognise them when misspelt.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> words = [];

    public int Count => words.Count;

    public string this[int number] => words[number];

    public int NumberOf(string word)
    {
        if (numbers.TryGetValue(word, out var number)) return number;

        words.Add(word);
        numbers.Add(word, words.Count - 1);
        return words.Count - 1;
    }

    public int Find(ReadOnlySpan<char> word) =>
        numbers.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var number) ? number : -1;

    public IEnumerable<string> Words => words;
}

/// <summary>Everything the reader of messages must know beside the rules.</summary>
/// <param name="Spellings">How a word is typed → the words it stands for.</param>
/// <param name="Common">Everyday words that are never "mended" into something else.</param>
/// <param name="Fillers">Words that may stand anywhere inside a phrase without changing it.</param>
internal sealed record Lexicon(
    FrozenDictionary<string, string[]> Spellings,
    IReadOnlySet<string> Common,
    FrozenSet<string> Fillers)
{
    /// <summary>The words one typed word stands for; itself where no spelling is listed.</summary>
    public IEnumerable<string> Expand(string typed) =>
        Spellings.TryGetValue(typed, out var meant) ? meant : [typed.Replace("'", "", StringComparison.Ordinal)];
}
