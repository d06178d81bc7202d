using System.Text;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Learning;

/// <summary>Tells a sentence of one's own from one that repeats a young person. Words are compared folded and with a slip of the pen
/// forgiven, so that a copy with its spelling put right is still a copy.</summary>
public static class Borrowing
{
    /// <summary>This many words in a row are a quotation of the message itself.</summary>
    public const int LongestSharedRun = 3;

    /// <summary>From elsewhere in the conversation a little more may meet by chance.</summary>
    public const int LongestSharedRunElsewhere = 5;

    /// <summary>Share of the shorter text's words that also stand in the other, from <see cref="FewestForShare"/> words on.</summary>
    public const double MostOfTheShorter = 0.7;

    public const int FewestForShare = 4;

    /// <summary>Share of all words of both that stand in both; what judges very short texts.</summary>
    public const double MostOfBoth = 0.6;

    /// <summary>Digits from which a number points to somebody: an amount may be shared, a telephone or house number not.</summary>
    private const int TellingDigits = 5;

    /// <param name="sentence">The reviewer's.</param>
    /// <param name="message">The one it carries the point of.</param>
    /// <param name="others">What else they wrote.</param>
    public static bool IsBorrowed(MessageText sentence, MessageText message, IEnumerable<MessageText> others)
    {
        var own = Words(sentence);
        return IsNear(own, Words(message), LongestSharedRun) || others.Any(other => IsNear(own, Words(other), LongestSharedRunElsewhere));
    }

    private static bool IsNear(List<string> one, List<string> other, int longestRun) =>
        SharedRun(one, other) > longestRun || Overlaps(one, other) || SharesANumber(one, other);

    private static int SharedRun(List<string> one, List<string> other)
    {
        var longest = 0;
        var endingBefore = new int[other.Count + 1];
        foreach (var word in one)
        {
            for (var at = other.Count; at > 0; at--)
            {
                endingBefore[at] = IsSame(word, other[at - 1]) ? endingBefore[at - 1] + 1 : 0;
                longest = Math.Max(longest, endingBefore[at]);
            }
        }

        return longest;
    }

    private static bool Overlaps(List<string> one, List<string> other)
    {
        List<string> left = [.. one.Distinct()], right = [.. other.Distinct()];
        var shorter = Math.Min(left.Count, right.Count);
        if (shorter == 0) return false;

        var shared = Math.Min(left.Count(word => right.Exists(met => IsSame(word, met))), right.Count(word => left.Exists(met => IsSame(word, met))));
        return (shorter >= FewestForShare && shared >= MostOfTheShorter * shorter)
            || shared >= MostOfBoth * (left.Count + right.Count - shared);
    }

    private static bool SharesANumber(List<string> one, List<string> other) =>
        one.Any(word => word.Count(char.IsAsciiDigit) >= TellingDigits && other.Contains(word));

    private static List<string> Words(MessageText text)
    {
        List<string> words = [];
        var word = new StringBuilder();
        Span<char> scratch = stackalloc char[24];
        foreach (var rune in text.Words.EnumerateRunes())
            foreach (var letter in Folding.Of(rune, scratch))
                Take(letter, word, words);
        Take(' ', word, words);
        return words;
    }

    private static void Take(char letter, StringBuilder word, List<string> words)
    {
        if (char.IsLetterOrDigit(letter)) word.Append(letter);
        // "don't" and "dont" are one word.
        else if (letter != '\'' && word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool IsSame(string one, string other) =>
        one == other || (Math.Min(one.Length, other.Length) >= 4 && IsOneSlipAway(one, other));

    /// <summary>One letter put in, left out, replaced or swapped with its neighbour.</summary>
    private static bool IsOneSlipAway(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1) return false;

        var start = one.AsSpan().CommonPrefixLength(other);
        var left = one.AsSpan(start);
        var right = other.AsSpan(start);
        if (left.Length > right.Length) return left[1..].SequenceEqual(right);
        if (left.Length < right.Length) return right[1..].SequenceEqual(left);

        return left[1..].SequenceEqual(right[1..])
            || (left.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
