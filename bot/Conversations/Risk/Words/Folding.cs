using System.Globalization;
using System.Text;

namespace EngagementBot.Conversations.Risk.Words;

/// <summary>One character of a message as it was meant: lower case, plain letters, no hidden marks.</summary>
internal static class Folding
{
    /// <summary>The folded form of a rune: "" for marks that carry no sound, else one or more characters.</summary>
    public static ReadOnlySpan<char> Of(Rune rune, Span<char> scratch)
    {
        var value = rune.Value;
        if (value < 0x80) return Single(char.ToLowerInvariant((char)value), scratch);
        if (IsSilent(rune)) return [];
        if (LookAlikes.TryGetValue(value, out var latin)) return Single(latin, scratch);
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse) return Single(' ', scratch);

        return Decomposed(rune, scratch);
    }

    private static ReadOnlySpan<char> Single(char letter, Span<char> scratch)
    {
        scratch[0] = letter;
        return scratch[..1];
    }

    /// <summary>Zero-width characters, variation selectors, skin tones, combining marks: drawn, not said.</summary>
    public static bool IsSilent(Rune rune) => rune.Value switch
    {
        0xAD or 0x34F or 0x61C or 0x180E or 0xFEFF => true,
        >= 0x200B and <= 0x200F or >= 0x202A and <= 0x202E or >= 0x2060 and <= 0x2064 => true,
        >= 0xFE00 and <= 0xFE0F or >= 0x1F3FB and <= 0x1F3FF or >= 0xE0000 and <= 0xE007F => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark,
    };

    private static ReadOnlySpan<char> Decomposed(Rune rune, Span<char> scratch)
    {
        Span<char> units = stackalloc char[2];
        var plain = new string(units[..rune.EncodeToUtf16(units)]).Normalize(NormalizationForm.FormKD);
        var length = 0;
        foreach (var part in plain.EnumerateRunes())
        {
            if (IsSilent(part) || length + 2 > scratch.Length) continue;

            length += Rune.ToLowerInvariant(part).EncodeToUtf16(scratch[length..]);
        }

        return scratch[..length];
    }

    /// <summary>Letters of other scripts, and quotation marks, that pass for Latin ones on a screen.</summary>
    private static readonly Dictionary<int, char> LookAlikes = BuildLookAlikes();

    private static Dictionary<int, char> BuildLookAlikes()
    {
        const string foreign = "асеорхуіјѕԁгһкмтвнАВСЕНІЈКМОРЅТХУαβγεικνοπρτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧıłøđßℓ’‘‛ʼ′`´“”„–—−…";
        const string plain = "aceopxyijsdrhkmtbhabcehijkmopstxyabyeikvonptuxwabezhikmnoptyxilodsl'''''''\"\"\"---.";
        return foreign.Zip(plain).ToDictionary(pair => (int)pair.First, pair => pair.Second);
    }
}
