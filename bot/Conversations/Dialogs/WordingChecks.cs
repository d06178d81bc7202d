using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>How a text may be worded: long enough to be true, short enough to be read, and without the words that push a child away.</summary>
internal static class WordingChecks
{
    public const int WebLimit = 400;
    public const int LabelLimit = 40;

    public static void Check(ReviewedText text, IReadOnlyList<string> labels, LanguageContent content)
    {
        foreach (var label in labels.Where(label => label.Length > LabelLimit))
            throw text.Place.Fault($"the choice '{label}' is longer than {LabelLimit} characters");

        CheckVariables(text);
        CheckWeb(text, Filled(text, ChannelKind.Web, content));
        if (!TurnTexts.IsOfThePage(text.Id)) CheckSms(text, DialogBook.Numbered(Filled(text, ChannelKind.Sms, content), labels));
        foreach (var words in labels.Prepend(text.Sms).Prepend(text.Web)) CheckBanned(text, words, content.Banned);
    }

    private static void CheckVariables(ReviewedText text)
    {
        var provided = TurnTexts.FilledIn(text.Id);
        foreach (Match variable in DialogBook.Variable().Matches(text.Web + text.Sms))
            if (!provided.Contains(variable.Groups[1].Value))
                throw text.Place.Fault($"nothing fills {variable.Value} in '{text.Id}'");
    }

    private static string Filled(ReviewedText text, ChannelKind channel, LanguageContent content) =>
        DialogBook.Variable().Replace(text.For(channel), variable => TurnTexts.Longest(variable.Groups[1].Value, text, content.Texts, channel));

    private static void CheckWeb(ReviewedText text, string words)
    {
        if (words.Length > WebLimit && !text.Long)
            throw text.Place.Fault($"'{text.Id}' has {words.Length} characters on the web; at most {WebLimit}, or mark it 'long: true'");
    }

    private static void CheckSms(ReviewedText text, string words)
    {
        if (Gsm7.FirstOutside(words) is { } outside)
            throw text.Place.Fault($"'{text.Id}' has '{outside}' by SMS, which is outside the GSM alphabet and halves the segment");

        var limit = text.Urgent ? Gsm7.OneSegment : Gsm7.TwoSegments;
        if (Gsm7.Septets(words) is { } length && length > limit && !text.Long)
            throw text.Place.Fault($"'{text.Id}' has {length} characters by SMS, its choices included; at most {limit}");
    }

    private static void CheckBanned(ReviewedText text, string words, List<BannedWords> banned)
    {
        foreach (var ban in banned.Where(ban => ban.To.Count == 0 || ban.To.Contains(text.Audience)))
            if (!text.Mirrors.Contains(ban.Words) && Says(words, ban.Words))
                throw text.Place.Fault($"'{text.Id}' says '{ban.Words}': {ban.Why}");
    }

    private static bool Says(string words, string banned) => banned.Any(char.IsLetterOrDigit)
        ? Regex.IsMatch(words, $@"(?<!\w){Regex.Escape(banned)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)
        : words.Contains(banned, StringComparison.Ordinal);
}
