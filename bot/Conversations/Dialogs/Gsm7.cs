namespace EngagementBot.Conversations.Dialogs;

/// <summary>Lengths of short messages in the GSM 7-bit alphabet (3GPP TS 23.038): 160 septets make one segment, 153 each of several.</summary>
internal static class Gsm7
{
    public const int OneSegment = 160;
    public const int TwoSegments = 306;

    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extended = "^{}\\[~]|€";

    /// <summary>Length in septets, or null where a character is outside the alphabet and would cut the segment to 70.</summary>
    public static int? Septets(string text)
    {
        var length = 0;
        foreach (var letter in text)
        {
            if (Basic.Contains(letter)) length++;
            else if (Extended.Contains(letter)) length += 2;
            else return null;
        }

        return length;
    }

    public static char? FirstOutside(string text) =>
        text.Where(letter => !Basic.Contains(letter) && !Extended.Contains(letter)).Select(letter => (char?)letter).FirstOrDefault();
}
