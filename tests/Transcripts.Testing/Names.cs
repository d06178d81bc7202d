using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Transcripts;

/// <summary>The names a transcript uses, which are those of the stored data.</summary>
public static partial class Names
{
    /// <summary>The value stored under this name, or null.</summary>
    public static T? Of<T>(string name) where T : struct, Enum
    {
        foreach (var field in typeof(T).GetFields(BindingFlags.Public | BindingFlags.Static))
            if (field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name == name)
                return (T)field.GetValue(null)!;
        return null;
    }

    public static RiskLevel? Level(string digit) => digit is [>= '0' and <= '4'] ? (RiskLevel)(digit[0] - '0') : null;

    /// <summary>"45s", "3m" or "1h".</summary>
    public static TimeSpan? Time(string written) => Span().Match(written) is { Success: true } match
        ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * Unit(match.Groups[2].Value)
        : null;

    /// <summary>HeldByAnother as "held by another".</summary>
    public static string Spoken(Enum value) => Capital().Replace(value.ToString(), " $0").Trim().ToLowerInvariant();

    private static TimeSpan Unit(string letter) => letter switch
    {
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };

    [GeneratedRegex(@"^(\d{1,4})([smh])$")]
    private static partial Regex Span();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();
}
