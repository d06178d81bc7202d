using System.Globalization;
using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Risk.Learning;

/// <summary>The safeguarding lead's word, in the model card, that a model may be used with young people. In the card, each on a line of
/// its own and next to each other:
/// <code>
/// signed_off_by: role and person, empty until a real person signs
/// date: 2026-11-23
/// model_sha256: of the model file, 64 hexadecimal digits
/// </code></summary>
/// <param name="SignedOffBy">Empty until a real person has signed.</param>
/// <param name="Date">Null where it is missing or is not a date.</param>
public sealed partial record SignOff(string SignedOffBy, DateOnly? Date, string ModelSha256)
{
    private const string ByField = "signed_off_by";
    private const string DateField = "date";
    private const string HashField = "model_sha256";

    /// <summary>A signature holds for the model it names and for no other.</summary>
    /// <param name="sha256">Of the model file, in hexadecimal.</param>
    public bool Covers(string sha256) =>
        SignedOffBy.Length > 0 && Date is not null && string.Equals(ModelSha256, sha256, StringComparison.OrdinalIgnoreCase);

    /// <summary>The sign-off block of a model card, or null where there is none, or more than one: nobody can say which counts.</summary>
    public static SignOff? Parse(string modelCard)
    {
        var lines = modelCard.ReplaceLineEndings("\n").Split('\n');
        var signed = Enumerable.Range(0, lines.Length).Where(at => Field(lines[at])?.Name == ByField).ToList();
        if (signed.Count != 1) return null;

        var block = Block(lines, signed[0]);
        return new SignOff(
            block.GetValueOrDefault(ByField, ""),
            DateOnly.TryParseExact(block.GetValueOrDefault(DateField, ""), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null,
            block.GetValueOrDefault(HashField, ""));
    }

    private static Dictionary<string, string> Block(string[] lines, int at)
    {
        var (first, last) = (at, at);
        while (first > 0 && Field(lines[first - 1]) is not null) first--;
        while (last < lines.Length - 1 && Field(lines[last + 1]) is not null) last++;

        Dictionary<string, string> fields = [];
        foreach (var line in lines[first..(last + 1)])
            if (Field(line) is { } field) fields.TryAdd(field.Name, field.Value);
        return fields;
    }

    private static (string Name, string Value)? Field(string line) =>
        FieldLine().Match(line) is { Success: true } match
            ? (match.Groups[1].Value, match.Groups[2].Value.Trim().Trim('"', '\'', '`').Trim())
            : null;

    [GeneratedRegex("^[\\s*-]*`?([a-z][a-z0-9_]*)`?\\s*:(.*)$")]
    private static partial Regex FieldLine();
}
