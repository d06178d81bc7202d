using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PhoneNumbers;

namespace EngagementBot.Conversations.Identifiers;

/// <summary>Phone numbers that reach a person: spaced, dotted, with the letter o for zero, or spelled out. Free and service numbers (0800,
/// 03, 116 and the short codes) are nobody's own and stay.</summary>
internal static partial class PhoneNumbers
{
    private const string Region = "GB";
    private const int LeastDigits = 9;
    private const int MostDigits = 15;
    private const int LongestGap = 4;
    private const int ContextLength = 40;

    private static readonly Dictionary<string, string> Spelled = new(StringComparer.OrdinalIgnoreCase)
    {
        ["zero"] = "0", ["oh"] = "0", ["nought"] = "0", ["one"] = "1", ["two"] = "2", ["three"] = "3", ["four"] = "4",
        ["five"] = "5", ["six"] = "6", ["seven"] = "7", ["eight"] = "8", ["nine"] = "9", ["double"] = "", ["triple"] = "",
    };

    public static IEnumerable<Identifier> Find(string words)
    {
        foreach (var run in Runs(words))
            for (var from = 0; from < run.Count; from++)
                if (run[from].StartsGroup && Longest(words, run, from) is { } count)
                {
                    var (start, end) = (run[from].Start, run[from + count - 1].End);
                    yield return new Identifier(start, end - start, IdentifierKind.Phone);
                    from += count - 1;
                }
    }

    /// <summary>How many pieces from here make a number; null where none do.</summary>
    private static int? Longest(string words, List<Piece> run, int from)
    {
        if (!CanBegin(run[from])) return null;

        for (var count = Math.Min(MostDigits, run.Count - from); count > 1; count--)
        {
            var last = from + count - 1;
            if (last + 1 < run.Count && !run[last + 1].StartsGroup) continue;
            if (IsNumber(words, run.GetRange(from, count))) return count;
        }

        return null;
    }

    private static bool CanBegin(Piece piece) => piece.Plus || piece.Digits is "" or ['0' or '4' or '7', ..];

    private static bool IsNumber(string words, List<Piece> pieces)
    {
        var digits = Digits(pieces);
        if (digits.Length is < LeastDigits or > MostDigits || StartsWithDate().IsMatch(words[pieces[0].Start..pieces[^1].End])) return false;
        if (pieces[0].Plus && !digits.StartsWith("44", StringComparison.Ordinal)) return IsValid($"+{digits}");
        if (digits.StartsWith("00", StringComparison.Ordinal) && !digits.StartsWith("0044", StringComparison.Ordinal)) return IsValid($"+{digits[2..]}");

        return IsBritish(words, pieces, National(digits));
    }

    private static bool IsBritish(string words, List<Piece> pieces, string digits) => digits switch
    {
        ['0', '7', ..] => digits.Length == 11 || (digits.Length is 10 or 12 && IsOneGroup(pieces) && IsSpokenOf(words, pieces[0].Start)),
        ['0', '1' or '2', ..] => digits.Length is 10 or 11 && !IsAllPairs(pieces),
        ['7', ..] => digits.Length == 10 && (IsOneGroup(pieces) || IsSpokenOf(words, pieces[0].Start)),
        _ => false,
    };

    // With or without the country's code, and with the zero some people leave after it.
    private static string National(string digits)
    {
        var rest = digits.StartsWith("0044", StringComparison.Ordinal) ? digits[4..]
            : digits.StartsWith("44", StringComparison.Ordinal) && digits.Length >= 12 ? digits[2..]
            : null;
        return rest is null ? digits : rest.StartsWith('0') ? rest : $"0{rest}";
    }

    private static bool IsValid(string number)
    {
        var util = PhoneNumberUtil.GetInstance();
        try
        {
            var parsed = util.Parse(number, Region);
            return util.IsValidNumber(parsed) && util.GetNumberType(parsed) is not (PhoneNumberType.TOLL_FREE or PhoneNumberType.SHARED_COST or PhoneNumberType.PREMIUM_RATE or PhoneNumberType.UAN);
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private static bool IsOneGroup(List<Piece> pieces) => pieces.Skip(1).All(piece => !piece.StartsGroup);

    // "01 02 03 04 05" counts; nobody writes a landline so.
    private static bool IsAllPairs(List<Piece> pieces)
    {
        var groups = 1 + pieces.Skip(1).Count(piece => piece.StartsGroup);
        return groups * 2 >= pieces.Count && groups < pieces.Count;
    }

    private static bool IsSpokenOf(string words, int start) =>
        SpeaksOfNumbers().IsMatch(words[Math.Max(0, start - ContextLength)..start]);

    private static string Digits(List<Piece> pieces)
    {
        var digits = new StringBuilder();
        var times = 1;
        foreach (var piece in pieces)
        {
            if (piece.Times > 1)
            {
                times = piece.Times;
                continue;
            }

            for (; times > 1; times--) digits.Append(piece.Digits);
            digits.Append(piece.Digits);
        }

        return digits.ToString();
    }

    /// <summary>Digits that stand near enough together to be one number.</summary>
    private static IEnumerable<List<Piece>> Runs(string words)
    {
        List<Piece> run = [];
        foreach (Match match in Unit().Matches(words))
        {
            var gap = run is [.., var last] ? words[last.End..match.Index] : null;
            var apart = gap is null || gap.Length > LongestGap || !Between().IsMatch(gap);
            if (apart && run.Count > 1) yield return run;
            if (apart) run = [];
            run.Add(Read(words, match, starts: apart || gap is { Length: > 0 }));
        }

        if (run.Count > 1) yield return run;
    }

    private static Piece Read(string words, Match match, bool starts)
    {
        var value = match.Value;
        var before = match.Index > 0 ? words[match.Index - 1] : ' ';
        var isWord = Spelled.TryGetValue(value, out var spelled);
        var digits = spelled ?? (value[0] is 'o' or 'O' ? new string('0', value.Length) : CharUnicodeInfo.GetDecimalDigitValue(value[0]).ToString(CultureInfo.InvariantCulture));
        var lead = before is '+' || (before is '(' && starts) ? 1 : 0;
        return new Piece(match.Index - lead, match.Index + match.Length, digits, isWord || (starts && before is not ('£' or '$' or '€' or '#')), before is '+',
            !isWord || digits.Length > 0 ? 1 : value[0] is 'd' or 'D' ? 2 : 3);
    }

    private sealed record Piece(int Start, int End, string Digits, bool StartsGroup, bool Plus, int Times);

    [GeneratedRegex(@"\d|(?<!\p{L})(?:[oO]{1,3}|(?i:zero|oh|nought|one|two|three|four|five|six|seven|eight|nine|double|triple))(?!\p{L})")]
    private static partial Regex Unit();

    [GeneratedRegex(@"^[\s.\-–—()_*•·|+\u200B-\u200D\uFE0F\u20E3]*$")]
    private static partial Regex Between();

    [GeneratedRegex(@"^\D{0,2}\d{1,2}[.\-\s]{1,2}\d{1,2}[.\-\s]{1,2}(?:19|20)\d\d(?!\d)")]
    private static partial Regex StartsWithDate();

    [GeneratedRegex(@"\b(?:num|numb|numba|number|phone|mobile|mob|ring|call|text|txt|whatsapp|bell|fone|rhif|ffon)s?\b", RegexOptions.IgnoreCase)]
    private static partial Regex SpeaksOfNumbers();
}
