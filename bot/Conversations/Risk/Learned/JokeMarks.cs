using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Risk.Learned;

/// <summary>"lol", "jk" and the like at the end of a message: they soften what may be softened, and a weapon may not.</summary>
internal static partial class JokeMarks
{
    /// <summary>The message without them; the same string where it ends in none.</summary>
    public static string Without(string written) => Trailing().Replace(written, "");

    [GeneratedRegex(@"(?:[\s,.!]*(?:\b(?:lol+|lmao+|jk|jks|j/k|(?:ha){2,}h?|(?:only|just) (?:joking|kidding|messing))\b|😂|🤣|😅|xd\b))+[\s.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Trailing();
}
