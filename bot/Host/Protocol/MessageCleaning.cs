using System.Text;
using EngagementBot.Conversations;

namespace EngagementBot.Host.Protocol;

/// <summary>What is done to a message on its way in, and nothing else: lone surrogates become U+FFFD; control characters but newline
/// and tab are dropped.</summary>
internal static class MessageCleaning
{
    public static MessageText Clean(string text)
    {
        if (IsClean(text)) return new MessageText(text);

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) clean.Append(rune.ToString());
        }

        return new MessageText(clean.ToString());
    }

    private static bool IsClean(string text)
    {
        foreach (var unit in text)
        {
            if (char.IsSurrogate(unit) || (char.IsControl(unit) && unit is not ('\n' or '\t'))) return false;
        }

        return true;
    }
}
