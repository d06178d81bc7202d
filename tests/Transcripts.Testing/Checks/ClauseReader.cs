using System.Globalization;
using System.Text.RegularExpressions;

namespace EngagementBot.Transcripts.Checks;

/// <summary>Turns a clause of a "must" or "must not" line into checks, from a closed set: what is not in it is no clause.</summary>
internal static partial class ClauseReader
{
    private const string Ordered = "mention in order ";

    private static readonly Dictionary<string, Func<Words, bool>> Fixed = new()
    {
        ["one question only"] = words => words.Questions.Count == 1,
        ["at most one question"] = words => words.Questions.Count <= 1,
        ["ask a question"] = words => words.Questions.Count > 0,
        ["emergency advice before any question"] = words => words.Place("999") is { } advice && advice < (words.FirstQuestion ?? int.MaxValue),
        ["show the emergency card"] = words => words.Said.Any(said => said.IsEmergencyCard),
        ["offer a person"] = words => words.Said.Any(said => said.Choices.Count > 0 && Words.Has("person", string.Join('\n', said.Choices.Append(said.Text)))),
        ["repeat itself"] = words => words.Said.Zip(words.Said.Skip(1)).Any(pair => pair.First.Text == pair.Second.Text),
        ["link"] = words => Link().IsMatch(words.All),
        ["promise secrecy"] = words => Phrases.Secrecy.Any(words.Has),
        ["promise an outcome"] = words => Phrases.Outcome.Any(words.Has),
        ["say that somebody is coming"] = words => Phrases.Coming.Any(words.Has),
        ["blame"] = words => Phrases.Blame.Any(words.Has) || Fault().IsMatch(words.All),
        ["advise to pay"] = words => Pay().IsMatch(words.All),
        ["ring them"] = words => Phrases.Ringing.Any(words.Has),
        ["tell them off"] = words => Phrases.Scolding.Any(words.Has),
        ["promise no trouble"] = words => Phrases.Trouble.Any(words.Has),
    };

    private static readonly Dictionary<string, Func<Words, int, bool>> Counted = new()
    {
        ["at most N characters each"] = (words, number) => words.Said.All(said => said.Text.Length <= number),
        ["the first reply at most N characters"] = (words, number) => words.Said[0].Text.Length <= number,
        ["at most N replies"] = (words, number) => words.Said.Count <= number,
        ["at least N quoted lines"] = (words, number) => words.Quoted.Count >= number,
        ["reading age at most N"] = (words, number) => ReadingAge.Of(words.Prose) <= number,
    };

    /// <summary>Null where the clause is not known. "a, b" are two checks; "a or b" is one.</summary>
    public static IReadOnlyList<Check>? Read(string clause)
    {
        if (Fixed.TryGetValue(clause, out var known)) return [new Check(clause, said => known(new Words(said)))];
        if (Number().Match(clause) is { Success: true } number && Counted.TryGetValue(Number().Replace(clause, "N", 1), out var counted))
            return [new Check(clause, said => counted(new Words(said), int.Parse(number.Value, CultureInfo.InvariantCulture)))];
        if (clause.StartsWith(Ordered, StringComparison.Ordinal)) return InOrder(clause);
        if (Worded().Match(clause) is not { Success: true } worded) return null;

        var asks = worded.Groups[1].Value.StartsWith("ask", StringComparison.Ordinal);
        return Terms(worded.Groups[2].Value) is not { } groups
            ? null
            : [.. groups.Select(any => new Check($"{worded.Groups[1].Value} {string.Join(" or ", any)}", said => any.Any(term => new Words(said).Has(term, asks))))];
    }

    private static IReadOnlyList<Check>? InOrder(string clause)
    {
        if (Terms(clause[Ordered.Length..]) is not { Count: > 1 } groups || groups.Exists(any => any.Count > 1)) return null;

        return [new Check(clause, said =>
        {
            var words = new Words(said);
            var places = groups.ConvertAll(term => words.Place(term[0]) ?? -1);
            return !places.Contains(-1) && places.SequenceEqual(places.Order());
        })];
    }

    private static List<List<string>>? Terms(string written)
    {
        List<List<string>> groups = [[]];
        var rest = written;
        while (rest.Length > 0)
        {
            if (Term().Match(rest) is not { Success: true } term) return null;

            groups[^1].Add(term.Groups["quoted"].Success ? term.Groups["quoted"].Value : term.Groups["bare"].Value);
            if (term.Groups["joint"].Value.StartsWith(',')) groups.Add([]);
            rest = rest[term.Length..];
        }

        return groups[^1].Count == 0 ? null : groups;
    }

    [GeneratedRegex(@"^(mentions?|asks?) (\S.*)$")]
    private static partial Regex Worded();

    [GeneratedRegex("""^(?:"(?<quoted>[^"]+)"|(?<bare>(?:(?! or )[^",])+?))(?<joint>\s*,\s*|\s+or\s+|$)""")]
    private static partial Regex Term();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"https?://|www\.|\b[a-z0-9-]+\.(?:org|com|net|uk|wales|info|app)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\bnot )(?<!n't )\byour fault\b|\byou should(?:n't)? have (?!to\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Fault();

    [GeneratedRegex(@"(?<!\bnot )(?<!n't )(?<!whether to )\b(?:pay them|pay it|pay up|you should pay|just pay)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pay();
}
