using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Identifiers;

/// <summary>Where somebody says they live or go to school.</summary>
internal static partial class Places
{
    public static IEnumerable<Identifier> Find(string words) =>
    [
        .. Lives().Matches(words).Select(match => Home(match)).OfType<Identifier>(),
        .. OnlineNames.Spans(School().Matches(words).Where(IsNamed), IdentifierKind.Place),
        .. OnlineNames.Spans(WelshSchool().Matches(words), IdentifierKind.Place),
    ];

    // The words after "i live in" up to the first that belongs to the sentence and not to the place.
    private static Identifier? Home(Match match)
    {
        var taken = match.Groups["word"].Captures.TakeWhile((word, at) => IsOfThePlace(word.Value, at)).ToList();
        if (taken.Count == 0 || (match.Groups["the"].Success && !char.IsUpper(taken[0].Value[0]))) return null;

        return new Identifier(taken[0].Index, taken[^1].Index + taken[^1].Length - taken[0].Index, IdentifierKind.Place);
    }

    private static bool IsOfThePlace(string word, int at)
    {
        if (PlainWords.NotPlaces.Contains(Bare(word))) return false;
        return at == 0 || char.IsUpper(word[0]) || PlainWords.Streets.Contains(word) || PlainWords.PartsOfPlaces.Contains(word);
    }

    // In lower case only one word, or a saint's: more would be the sentence around it.
    private static bool IsNamed(Match match) =>
        match.Groups["word"].Captures is var name
        && (name.Count == 1 || name.All(word => char.IsUpper(word.Value[0])) || Saints.Contains(name[0].Value))
        && name.All(word => !PlainWords.NotSchools.Contains(Bare(word.Value)) && !PlainWords.NotPlaces.Contains(Bare(word.Value)));

    private static readonly string[] Saints = ["st", "st.", "saint"];

    private static string Bare(string word) => word.Replace("'", "", StringComparison.Ordinal).Replace("’", "", StringComparison.Ordinal);

    [GeneratedRegex(@"(?<!\p{L})(?:(?:i|we|he|she|they)(?:\s(?:now|used\sto|both|all))?\slives?|(?:i['’]?m|im|were|we['’]re|hes|he['’]s|shes|she['’]s)\sliving|(?:my|his|her|their)\s\p{L}{2,12}\slives|(?:dwi['’]?n|dw\si['’]?n|rwy['’]?n|rydw\si['’]?n)\sbyw)\s(?:at|in|on|near|yn|ym|yng)\s(?<the>the\s)?(?<word>[\p{L}\d][\p{L}\d'’\-]{1,30})(?:\s(?<word>[\p{L}][\p{L}'’\-]{1,30})){0,3}", RegexOptions.IgnoreCase)]
    private static partial Regex Lives();

    [GeneratedRegex(@"(?<!\p{L})(?:at|to|from|in|goes(?!\sto)|go(?!\sto)|attends?|outside|near)\s(?:the\s)?(?<it>(?<word>st\.|[\p{L}][\p{L}'’\-]{1,30})(?:\s(?<word>[\p{L}][\p{L}'’\-]{1,30})){0,2}?\s(?:(?:primary|secondary|high|grammar|junior|infant|comprehensive|special)\s)?(?:school|academy|college|comp|high(?!\sschool)|sixth\sform))(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex School();

    [GeneratedRegex(@"(?<!\p{L})(?<it>[Yy]sgol(?:\s(?:[Uu]wchradd|[Gg]ynradd|[Gg]yfun))?(?:\s(?:[Yy]r?\s)?\p{Lu}[\p{L}'’\-]{1,30}){1,3})")]
    private static partial Regex WelshSchool();
}
