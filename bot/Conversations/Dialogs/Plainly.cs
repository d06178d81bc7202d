using System.Text;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Typed words made comparable: lower case, straight apostrophes dropped, everything else but letters and digits a single space.</summary>
internal static class Plainly
{
    public static string Normalise(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant())
        {
            if (letter is '\'' or '’' or '‘' or '`') continue;
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)) plain.Append(letter);
            else if (plain.Length > 0 && plain[^1] != ' ') plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }
}
