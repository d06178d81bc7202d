using System.Globalization;
using System.Text;

namespace EngagementBot.Conversations.Risk.Words;

/// <summary>A message in folded characters, each of which still knows the UTF-16 units it was written with.</summary>
internal sealed class FoldedText
{
    private char[] letters;
    private int[] starts;
    private int[] ends;

    public FoldedText(string written)
    {
        letters = new char[written.Length + 8];
        starts = new int[written.Length + 8];
        ends = new int[written.Length + 8];
        Fill(written);
    }

    public int Length { get; private set; }

    /// <summary>Letters of a script that no rule reads.</summary>
    public int ForeignLetters { get; private set; }

    /// <summary>Letters of the Latin script.</summary>
    public int LatinLetters { get; private set; }

    public char this[int index] => index < Length ? letters[index] : ' ';

    public ReadOnlySpan<char> Between(int from, int to) => letters.AsSpan(from, to - from);

    public int StartOf(int index) => starts[index];

    public int EndOf(int index) => ends[index];

    private void Fill(string written)
    {
        Span<char> scratch = stackalloc char[24];
        var at = 0;
        while (at < written.Length)
        {
            var valid = Rune.TryGetRuneAt(written, at, out var rune);
            if (!valid) rune = Rune.ReplacementChar;
            var size = valid ? rune.Utf16SequenceLength : 1;
            Count(rune);
            foreach (var letter in Folding.Of(rune, scratch)) Add(letter, at, at + size);
            at += size;
        }
    }

    private void Count(Rune rune)
    {
        if (rune.IsAscii)
        {
            if (char.IsAsciiLetter((char)rune.Value)) LatinLetters++;
            return;
        }

        if (!Rune.IsLetter(rune)) return;
        if (IsLatin(rune.Value)) LatinLetters++;
        else ForeignLetters++;
    }

    /// <summary>Latin with its extensions, full-width forms and mathematical alphabets.</summary>
    private static bool IsLatin(int value) =>
        value is < 0x250 or (>= 0x1E00 and <= 0x1EFF) or (>= 0x2100 and <= 0x214F) or (>= 0xFF21 and <= 0xFF5A) or (>= 0x1D400 and <= 0x1D7FF);

    private void Add(char letter, int start, int end)
    {
        if (Length == letters.Length) Grow();
        letters[Length] = letter;
        starts[Length] = start;
        ends[Length] = end;
        Length++;
    }

    private void Grow()
    {
        Array.Resize(ref letters, Length * 2);
        Array.Resize(ref starts, Length * 2);
        Array.Resize(ref ends, Length * 2);
    }

    public static bool IsPicture(char unit) =>
        char.IsSurrogate(unit) || char.GetUnicodeCategory(unit) is UnicodeCategory.OtherSymbol;
}
