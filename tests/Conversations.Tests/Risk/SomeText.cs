using System.Text;
using EngagementBot.Conversations.Risk;
using EngagementBot.Training;

namespace EngagementBot.Conversations.Tests.Risk;

/// <summary>Text nobody would write: random Unicode, and labelled messages with letters changed. The same seed gives the same texts.</summary>
internal sealed class SomeText(int seed)
{
    private static readonly IReadOnlyList<string> Written =
        [.. Directory.GetFiles(SomeRules.RiskFile("examples"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(ExampleFiles.ReadFile).Select(example => example.Text)];

    // Where readers of text go wrong: halves of pairs, joiners, marks that turn or pile up, blanks of every width, letters that change length with their case.
    private static readonly string[] Odd =
    [
        "\uD83D", "\uDE00", "\uDBFF", "\uD800", "\0", "\u0007", "\u200B", "\u200D", "\u200E", "\u200F", "\u202E", "\u2066", "\u2069", "\uFEFF", "\uFFFD", "\uFFFF", "\u0301", "\u0336", "\u20E3", "\uFE0F",
        "\u00AD", "\u00A0", "\u2003", "\u2028", "\u0085", "\r\n", "\t", "😂", "🔪", "👨‍👩‍👧", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "👍🏿", "ﷺ", "ﬃ", "ß", "İ", "ı", "Σς", "Ǆ", "ŵ", "½", "Ⅷ", "①", "𝓴𝓲𝓵𝓵", "кill", "שלום", "مرحبا", "家", "ไทย", "हिन्दी", "n't", "'", "’", "*", "@", "£", "$", "%", "<", "&", "|", "..", "9", "1:30",
    ];

    private static readonly (int First, int Last)[] Blocks =
        [(0, 0x7F), (0x80, 0x24F), (0x300, 0x36F), (0x370, 0x5FF), (0x600, 0x6FF), (0x900, 0xDFF), (0x2000, 0x2BFF), (0xD800, 0xDFFF), (0xE000, 0xFFFF)];

    private readonly Random chance = new(seed);

    /// <summary>Mostly as short as a chat message; one in a thousand as long as a message may be, and a little over.</summary>
    public string Next()
    {
        var length = chance.Next(1000) switch { 0 => chance.Next(3_000, MessageText.MaxLength + 40), < 20 => chance.Next(200, 700), _ => chance.Next(0, 60) };
        var text = new StringBuilder();
        while (text.Length < length) text.Append(Piece());
        return text.ToString();
    }

    private string Piece() => chance.Next(6) switch
    {
        0 => Odd[chance.Next(Odd.Length)],
        1 => Character(),
        2 => char.ConvertFromUtf32(chance.Next(0x10000, 0x10FFFF)),
        3 => " ",
        4 => Changed(Word()),
        _ => Changed(Written[chance.Next(Written.Count)]),
    };

    private string Character()
    {
        var (first, last) = Blocks[chance.Next(Blocks.Length)];
        return ((char)chance.Next(first, last + 1)).ToString();
    }

    private string Word()
    {
        var words = Written[chance.Next(Written.Count)].Split(' ');
        return words[chance.Next(words.Length)];
    }

    private string Changed(string written)
    {
        var text = new StringBuilder(written);
        for (var changes = chance.Next(4); changes > 0 && text.Length > 0; changes--)
        {
            var at = chance.Next(text.Length);
            _ = chance.Next(5) switch
            {
                0 => text.Remove(at, 1),
                1 => text.Insert(at, text[at].ToString(), chance.Next(1, 5)),
                2 => text.Insert(at, Odd[chance.Next(Odd.Length)]),
                3 => text.Insert(at, ' '),
                _ => text.Replace(text[at], char.ToUpperInvariant(text[at]), at, 1),
            };
        }

        return text.ToString();
    }
}
