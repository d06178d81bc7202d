using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Identifiers;

/// <summary>E-mail addresses and names on social media.</summary>
internal static partial class OnlineNames
{
    public static IEnumerable<Identifier> Find(string words) =>
    [
        .. Spans(Email().Matches(words), IdentifierKind.Email),
        .. Spans(SpelledEmail().Matches(words), IdentifierKind.Email),
        .. Spans(At().Matches(words).Where(match => !PlainWords.AfterAt.Contains(match.Groups["it"].Value.TrimStart('@'))), IdentifierKind.Handle),
        .. Spans(Labelled().Matches(words).Where(IsHandle), IdentifierKind.Handle),
        .. Spans(AddMe().Matches(words).Where(IsHandle), IdentifierKind.Handle),
    ];

    internal static IEnumerable<Identifier> Spans(IEnumerable<Match> matches, IdentifierKind kind) =>
        matches.Select(match => match.Groups["it"]).Select(it => new Identifier(it.Index, it.Length, kind));

    // "my snap is broken" names nobody; a name with a digit, a dot or a line in it is one whatever it says.
    private static bool IsHandle(Match match)
    {
        var it = match.Groups["it"].Value;
        return it.Any(letter => char.IsDigit(letter) || letter is '_' or '.') || (match.Groups["sure"].Success && !PlainWords.AboutAccounts.Contains(it));
    }

    private const string Apps = "snap(?:chat)?|sc|insta(?:gram)?|ig|tik ?tok|tt|discord|telegram|tele|facebook|fb|twitter|xbox|gamertag|psn|roblox|wickr|kik|whatsapp";

    [GeneratedRegex(@"(?<it>(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<it>(?<![\w.+-])[\w.+-]{2,64}\s?(?:@|\(at\)|\bat\b)\s?(?:gmail|hotmail|outlook|yahoo|icloud|live)(?:\s?(?:\.|dot)\s?(?:com|co\s?(?:\.|dot)\s?uk|uk))?(?!\w))", RegexOptions.IgnoreCase)]
    private static partial Regex SpelledEmail();

    [GeneratedRegex(@"(?<![\w@.])(?<it>@(?!\d{1,2}(?:[ap]m)?(?!\w))[A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?)(?!\w)")]
    private static partial Regex At();

    // "insta: jay.x", "my snap is jay", "his ig name's jay": sure where a colon or "my … is" says that a name follows.
    [GeneratedRegex(@"(?<!\w)(?:(?<sure>my|his|her|their)\s+)?(?:" + Apps + @")(?<sure>\s+(?:user\s?name|name|handle|account|acc|user|tag))?(?:\s?(?:(?<sure>[:=]|'s\s|’s\s)|\bis\b|-)|(?<=name|user|handle|tag))\s{0,2}(?:called\s)?(?<it>@?[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,28}[A-Za-z0-9_]))(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"(?<!\w)add\s(?:me|him|her|us)\s(?:on\s)?(?:" + Apps + @")(?<sure>\s?(?:its|it's|im|i'm|:|-))?\s(?<it>@?[A-Za-z0-9_](?:[A-Za-z0-9_.\-]{0,28}[A-Za-z0-9_]))(?!\w)", RegexOptions.IgnoreCase)]
    private static partial Regex AddMe();
}
