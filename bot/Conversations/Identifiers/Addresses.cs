using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Identifiers;

/// <summary>Postcodes, house and flat numbers with their street, and what follows "my address is".</summary>
internal static partial class Addresses
{
    public static IEnumerable<Identifier> Find(string words) =>
    [
        .. OnlineNames.Spans(Postcode().Matches(words).Where(match => !IsUnit(match)), IdentifierKind.Postcode),
        .. OnlineNames.Spans(House().Matches(words).Where(IsStreet), IdentifierKind.Address),
        .. OnlineNames.Spans(Flat().Matches(words).Where(match => !PlainWords.Units.Contains(match.Groups["after"].Value)), IdentifierKind.Address),
        .. OnlineNames.Spans(Stated().Matches(words).Where(match => !PlainWords.NotPlaces.Contains(match.Groups["first"].Value)), IdentifierKind.Address),
    ];

    // "14 in the street" and "2 mile walk" count things; "14 High Street" is a door.
    private static bool IsStreet(Match match)
    {
        var name = match.Groups["name"].Captures.Select(capture => capture.Value.Trim()).ToList();
        var kind = match.Groups["kind"].Value;
        if (name.Count == 0) return match.Groups["the"].Success && PlainWords.NamedWithThe.Contains(kind);
        if (name.Exists(PlainWords.AfterNumbers.Contains) || match.Groups["the"].Success) return false;

        return PlainWords.Streets.Contains(kind) || char.IsUpper(name[0][0]) || match.Groups["lives"].Success;
    }

    // Without its gap "b12 3am" would read as a postcode.
    private static bool IsUnit(Match match) => match.Groups["in"].Value is var inward && inward.Length == 3 && PlainWords.ClockEndings.Contains(inward[1..]);

    [GeneratedRegex(@"(?<![\p{L}\d])(?<it>(?:[A-PR-UWYZ][0-9]{1,2}|[A-PR-UWYZ][A-HK-Y][0-9]{1,2}|[A-PR-UWYZ][0-9][A-HJKPS-UW]|[A-PR-UWYZ][A-HK-Y][0-9][ABEHMNPRV-Y]|GIR)[ ]{0,2}(?<in>[0-9][ABD-HJLNP-UW-Z]{2}))(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Postcode();

    [GeneratedRegex(@"(?<lives>\b(?:at|lives?|living|address|addy|flat\s\w{1,3},?|byw\syn)\s(?:is\s|number\s|no\.?\s|in\s|at\s)?)?(?<![\p{L}\d£$€.:])(?<it>\d{1,4}[a-d]?,?\s(?<the>the\s)?(?<name>[\p{L}][\p{L}'’.\-]{0,20}\s){0,3}?(?<kind>street|st|road|rd|avenue|ave|lane|ln|close|drive|dr|crescent|cres|gardens|gdns|court|ct|place|terrace|way|grove|park|square|sq|walk|row|hill|rise|view|mews|green|house|estate|tower|towers))(?![\p{L}\d])", RegexOptions.IgnoreCase)]
    private static partial Regex House();

    [GeneratedRegex(@"(?<!\p{L})(?<it>(?:flat|apartment|apt)\s?(?:no\.?\s|number\s|num\s|#)?\d{1,4}[a-d]?)(?![\p{L}\d])(?:,?\s(?<after>\p{L}+))?", RegexOptions.IgnoreCase)]
    private static partial Regex Flat();

    [GeneratedRegex(@"(?<!\p{L})(?:my|our|his|her|their|the)\s(?:home\s)?(?:address|addy)\s?(?:is|['’]s|:)\s{0,2}(?<it>(?<first>[\p{L}\d]+)(?:[ ,]{1,2}[\p{L}\d'’\-]+){0,7})", RegexOptions.IgnoreCase)]
    private static partial Regex Stated();
}
