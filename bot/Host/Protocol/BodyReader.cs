using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace EngagementBot.Host.Protocol;

/// <summary>Reads a JSON body of at most 64 KiB. A half-cut emoji must not lose a disclosure: lone surrogates and broken UTF-8 become
/// U+FFFD before parsing instead of failing it.</summary>
internal static class BodyReader
{
    public const int MaxBytes = 64 * 1024;

    /// <summary>The value, or the refusal to answer with. An empty body gives neither.</summary>
    public static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type) where T : class
    {
        if (request.ContentLength > MaxBytes) return (null, Problems.TooLarge);

        var (bytes, tooLarge) = await ReadBytesAsync(request);
        if (tooLarge) return (null, Problems.TooLarge);
        if (bytes.Length == 0) return (null, null);

        try
        {
            return (JsonSerializer.Deserialize(LoneSurrogates.Mend(bytes), type), null);
        }
        catch (JsonException)
        {
            return (null, Problems.BadJson);
        }
    }

    private static async Task<(byte[] Bytes, bool TooLarge)> ReadBytesAsync(HttpRequest request)
    {
        using var buffer = new MemoryStream((int)(request.ContentLength ?? 1024));
        var chunk = new byte[8192];
        while (await request.Body.ReadAsync(chunk, request.HttpContext.RequestAborted) is var read and > 0)
        {
            if (buffer.Length + read > MaxBytes) return ([], true);
            buffer.Write(chunk, 0, read);
        }

        return (buffer.ToArray(), false);
    }
}

/// <summary>Replaces escaped surrogates that have lost their other half, and bytes that are not UTF-8, by U+FFFD.</summary>
internal static class LoneSurrogates
{
    private const int EscapeLength = 6;
    private static readonly byte[] Replacement = Encoding.ASCII.GetBytes(@"\uFFFD");

    public static byte[] Mend(byte[] json)
    {
        if (!System.Text.Unicode.Utf8.IsValid(json)) json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json));
        if (json.AsSpan().IndexOf(@"\u"u8) < 0) return json;

        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] != '\\') continue;

            if (Unit(json, at) is not { } unit)
            {
                at++; // an escape of one character: skip what it escapes
                continue;
            }

            if (char.IsHighSurrogate(unit) && Unit(json, at + EscapeLength) is { } next && char.IsLowSurrogate(next)) at += EscapeLength;
            else if (char.IsSurrogate(unit)) Replacement.CopyTo(json, at);
            at += EscapeLength - 1;
        }

        return json;
    }

    /// <summary>The UTF-16 unit escaped at this place, or null if none is.</summary>
    private static char? Unit(byte[] json, int at) =>
        at + EscapeLength <= json.Length && json[at] == '\\' && json[at + 1] == 'u'
        && ushort.TryParse(json.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : null;
}
