using System.Text.RegularExpressions;

namespace EngagementBot.Transcripts.Checks;

/// <summary>What the bot said, seen in the ways the checks need. What stands in quotation marks is for the reader to say to others:
/// it asks the reader nothing.</summary>
internal sealed partial class Words(IReadOnlyList<Said> said)
{
    public IReadOnlyList<Said> Said => said;

    public string All { get; } = Plain(string.Join('\n', said.Select(one => one.Text)));

    public IReadOnlyList<string> Quoted => [.. Quotation().Matches(All).Select(match => match.Value)];

    /// <summary>Without the numbered choices under a text message.</summary>
    public string Prose => Numbered().Replace(All, "");

    public IReadOnlyList<string> Questions => [.. Sentences.Where(sentence => sentence.EndsWith('?'))];

    /// <summary>Where the first question ends, or null.</summary>
    public int? FirstQuestion => Unquoted.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? at : null;

    /// <summary>Where these words first stand, or null.</summary>
    public int? Place(string term) => Pattern(term).Match(Unquoted) is { Success: true } match ? match.Index : null;

    public bool Has(string term) => Has(term, All);

    /// <param name="asked">Only in what asks the reader for something.</param>
    public bool Has(string term, bool asked) => asked ? Requests.Any(request => Has(term, request)) : Has(term);

    /// <summary>Whole words, any case; "drug*" for all words that begin so.</summary>
    public static bool Has(string term, string text) => Pattern(term).IsMatch(Plain(text));

    // Quotations keep their length, so that places stay comparable.
    private string Unquoted => Quotation().Replace(All, match => new string('_', match.Length));

    private IEnumerable<string> Sentences => Sentence().Matches(Unquoted).Select(match => match.Value.Trim());

    private IEnumerable<string> Requests => Sentences.Where(sentence => sentence.EndsWith('?') || Requesting().IsMatch(sentence));

    private static Regex Pattern(string term)
    {
        var words = Plain(term).TrimEnd('*').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Regex.Escape);
        var end = term.EndsWith('*') ? "" : @"(?!\w)";
        return new Regex($@"(?<!\w){string.Join(@"\s+", words)}{end}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    private static string Plain(string text) => text.Replace('’', '\'').Replace('‘', '\'').Replace('“', '"').Replace('”', '"');

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quotation();

    [GeneratedRegex(@"^\d [^\n]*$\n?", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"[^.?\n]+[.?]?")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\b(?:tell me|tell us|write|text me|send me|send us|give me|let me know)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Requesting();
}
