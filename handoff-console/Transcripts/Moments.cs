using System.Globalization;

namespace EngagementBot.HandoffConsole.Transcripts;

/// <summary>Times as read on the caseworkers' clock, and spans in words.</summary>
public static class Moments
{
    // One team in one country: the clock on their wall, whatever the server's.
    private static readonly TimeZoneInfo Wall = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public static string Clock(DateTimeOffset at) => Local(at).ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Day(DateTimeOffset at) => Local(at).ToString("dddd d MMMM", CultureInfo.GetCultureInfo("en-GB"));

    public static DateOnly Date(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>For machines, in a time element.</summary>
    public static string Iso(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"0:07", "12:31", "2 h 05", "3 d".</summary>
    public static string Span(TimeSpan span)
    {
        if (span < TimeSpan.Zero) span = TimeSpan.Zero;
        if (span.TotalDays >= 2) return $"{(int)span.TotalDays} d";
        return span.TotalHours >= 1 ? $"{(int)span.TotalHours} h {span.Minutes:00}" : $"{(int)span.TotalMinutes}:{span.Seconds:00}";
    }

    private static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Wall);
}
