using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Identifiers;

/// <summary>Names that somebody says are names: "my name is …", "fy enw i yw …". A name alone cannot be told from a word, and is left.</summary>
internal static partial class SpokenNames
{
    public static IEnumerable<Identifier> Find(string words) =>
        Introduced().Matches(words).Concat(Called().Matches(words).Where(match => !IsAbuse(words, match)))
            .Select(match => WholeName(words, match.Groups["it"]))
            .OfType<Identifier>();

    // A second and third word belong to it where they are written as names, or where nothing but the end follows.
    private static Identifier? WholeName(string words, Group first)
    {
        if (IsNoName(first.Value)) return null;

        var end = first.Index + first.Length;
        while (Next().Match(words, end) is { Success: true, Groups: var groups } && Belongs(words, groups["it"]))
            end = groups["it"].Index + groups["it"].Length;
        return new Identifier(first.Index, end - first.Index, IdentifierKind.Name);
    }

    private static bool Belongs(string words, Group next) =>
        !IsNoName(next.Value) && (char.IsUpper(next.Value[0]) || After().IsMatch(words[(next.Index + next.Length)..]));

    private static bool IsNoName(string word) => PlainWords.NotNames.Contains(word.Replace('’', '\'').Replace("'", "", StringComparison.Ordinal));

    // "im called fat at school" is what others say.
    private static bool IsAbuse(string words, Match match) =>
        PlainWords.Abuse.Contains(match.Groups["it"].Value) || SaidByOthers().IsMatch(words[(match.Index + match.Length)..]);

    private const string Name = @"(?<it>\p{L}[\p{L}\p{M}'’\-]{1,30})(?![\p{L}\d])";

    [GeneratedRegex(@"(?<!\p{L})(?:(?:my|his|her|their|(?:mates?|friends?|brothers?|sisters?|boyfriends?|girlfriends?|cousins?|dads?|mums?|bfs?|gfs?)(?:['’]s)?)\s(?:full\s|real\s|first\s|last\s|actual\s|second\s)?(?:(?:sur)?name\s?(?:is|['’]s)|(?:sur)?names|(?:sur)?name\s?:)|(?:u|you|they|everyone|people|just)\s(?:can\s|could\s)?call\sme(?<!they\scall\sme|everyone\scall\sme|people\scall\sme)|name\s?:|(?:fy\s)?enw\s(?:i|fi)\s(?:yw|ydi|ydy|dy|di)|f['’]enw\s(?:i\s)?(?:yw|ydi|ydy))\s{1,2}" + Name, RegexOptions.IgnoreCase)]
    private static partial Regex Introduced();

    [GeneratedRegex(@"(?<!\p{L})(?:(?:i['’]?m|i\sam|(?:he|she)['’]?s|(?:he|she)\sis|whos|who['’]s|(?:boy|girl|man|guy|lad|woman|someone|somebody|kid|friend|mate|bloke|person|older|teacher|worker|dealer)s?)\scalled)\s{1,2}" + Name, RegexOptions.IgnoreCase)]
    private static partial Regex Called();

    [GeneratedRegex(@"\G[ ]" + Name)]
    private static partial Regex Next();

    [GeneratedRegex(@"^\s*(?:$|[.,;:!?\n]|(?:and|im|i['’]m|i\sam|but|btw|from|age|aged|a\b|\d{1,2}(?!\d)))", RegexOptions.IgnoreCase)]
    private static partial Regex After();

    [GeneratedRegex(@"^\s(?:at\sschool|by|all\sthe|every|cos|because|bc|coz|constantly|daily|in\sclass|online|a\slot)\b", RegexOptions.IgnoreCase)]
    private static partial Regex SaidByOthers();
}
