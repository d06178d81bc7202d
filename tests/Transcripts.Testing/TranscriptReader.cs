using System.Text.RegularExpressions;
using EngagementBot.Conversations;
using EngagementBot.Transcripts.Checks;

namespace EngagementBot.Transcripts;

/// <summary>Reads a .chat file. Every line must be understood: one that is not is a fault, never ignored.</summary>
public sealed partial class TranscriptReader
{
    private readonly string file;
    private readonly List<Line> lines = [];
    private readonly List<Demand> throughout = [];
    private readonly HashSet<string> caseworkers = [];
    private readonly List<string> shows = [];
    private (ChannelKind Channel, string Language, IReadOnlyList<string> OnShift)? header;
    private int number;

    private TranscriptReader(string file) => this.file = file;

    /// <param name="file">Name for failures.</param>
    /// <exception cref="TranscriptFault">A line that is not understood, or a header that is missing.</exception>
    public static Transcript Read(string file, string text)
    {
        var reader = new TranscriptReader(file);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            reader.number++;
            reader.Take(line.Trim());
        }

        return reader.Finish();
    }

    private Transcript Finish()
    {
        if (shows.Count == 0) throw Fault("the first line must say, after #, what this shows");
        if (header is not var (channel, language, onShift)) throw Fault("the header is missing: channel: …   language: …   on shift: …");
        if (!lines.Exists(line => line is Line.YoungPersonWrites)) throw Fault("nobody writes anything");

        return new Transcript(file, string.Join(' ', shows), channel, language, onShift, throughout, lines);
    }

    private void Take(string line)
    {
        if (line.Length == 0) return;
        if (line[0] == '#') Comment(line);
        else if (line.StartsWith("channel:", StringComparison.Ordinal)) header = Header(line);
        else if (header is null) throw Fault("the header comes first: channel: …   language: …   on shift: …");
        else if (IsDemand(line, out var demands)) Demanded(demands);
        else if (line.StartsWith("refused:", StringComparison.Ordinal)) Refused(After(line));
        else lines.Add(Event(line));
    }

    private void Comment(string line)
    {
        if (header is null) shows.Add(line[1..].Trim());
    }

    private (ChannelKind Channel, string Language, IReadOnlyList<string> OnShift) Header(string line)
    {
        if (header is not null) throw Fault("there is only one header");
        var fields = Gap().Split(line).Select(field => field.Split(':', 2, StringSplitOptions.TrimEntries)).ToList();
        if (fields is not [["channel", var channel], ["language", var language], ["on shift", var shift]])
            throw Fault("a header reads: channel: sms   language: en   on shift: Ada (or nobody)");

        return (Channel(channel), language, Aliases(shift));
    }

    private ChannelKind Channel(string name) => name switch
    {
        "sms" => ChannelKind.Sms,
        "web" => ChannelKind.Web,
        _ => throw Fault($"'{name}' is not a channel; known are sms and web"),
    };

    private IReadOnlyList<string> Aliases(string written)
    {
        IReadOnlyList<string> aliases = written == "nobody" ? [] : [.. written.Split(',', StringSplitOptions.TrimEntries)];
        if (aliases.FirstOrDefault(alias => !Alias().IsMatch(alias)) is { } odd) throw Fault($"'{odd}' is not a caseworker's alias: one capitalised word");
        caseworkers.UnionWith(aliases);
        return aliases;
    }

    private bool IsDemand(string line, out IReadOnlyList<Demand> demands)
    {
        demands = [];
        var must = line.StartsWith("must:", StringComparison.Ordinal);
        if (!must && !line.StartsWith("must not:", StringComparison.Ordinal)) return false;

        demands = [.. After(line).Split('|', StringSplitOptions.TrimEntries).SelectMany(clause =>
            ClauseReader.Read(clause)?.Select(check => new Demand(number, check, must)) ?? throw Fault($"'{clause}' is not a check that is known (see README.md)"))];
        return true;
    }

    // Above the first line of the conversation a demand holds throughout; below, for the turn it stands in.
    private void Demanded(IReadOnlyList<Demand> demands)
    {
        if (lines.Count == 0) throughout.AddRange(demands);
        else lines.Add(new Line.Demands(number, demands));
    }

    private void Refused(string why)
    {
        if (lines is not [.., Line.CaseworkerActs { Refused: null } deed]) throw Fault("'refused' stands below what a caseworker tried");
        lines[^1] = deed with { Refused = why };
    }

    private Line Event(string line) => line switch
    {
        "bot says nothing" => new Line.BotSaysNothing(number),
        "young person sends a picture" => new Line.YoungPersonWrites(number, ""),
        "the same message again" => new Line.SameMessageAgain(number),
        ['+', ..] => new Line.TimePasses(number, Names.Time(line[1..]) ?? throw Fault($"'{line}' is not a time: +45s, +3m or +1h")),
        _ when line.Split(':', 2, StringSplitOptions.TrimEntries) is [var key, { Length: > 0 } rest] => Keyed(key, rest),
        _ => throw Fault($"'{line}' is not understood (see README.md)"),
    };

    private Line Keyed(string key, string rest) => key switch
    {
        "young person" => new Line.YoungPersonWrites(number, rest),
        "bot" or "young person sees" => new Line.BotSays(number, Words(rest)),
        "on shift" => new Line.ShiftChanges(number, Aliases(rest)),
        "level" => LevelOf(rest),
        "conversation level" => new Line.ConversationLevel(number, Names.Level(rest) ?? throw Fault($"'{rest}' is not a level")),
        "queue" => new Line.CaseStands(number, [.. Parts(rest).Select(part => QueueClause.Read(part) ?? throw Fault($"'{part}' says nothing about a case that is known"))]),
        _ when caseworkers.Contains(key) => new Line.CaseworkerActs(number, key, DeedReader.Read(rest) ?? throw Fault($"'{rest}' is not a deed; words must not begin like one"), null),
        _ when key.Split(' ') is [var alias, "sees"] && caseworkers.Contains(alias) => new Line.CaseworkerSees(number, alias, Words(rest)),
        _ => throw Fault($"nobody is called '{key}' here; known are young person, bot, queue, level and {string.Join(", ", caseworkers)}"),
    };

    private Line.Level LevelOf(string rest)
    {
        var parts = Parts(rest);
        var level = Names.Level(parts[0]) ?? throw Fault($"'{parts[0]}' is not a level from 0 to 4");
        return new Line.Level(number, level, [.. parts.Skip(1).Select(part => LevelClause.Read(part) ?? throw Fault($"'{part}' is not a category, speaker or moment"))]);
    }

    private static Wording Words(string rest)
    {
        var match = TextId().Match(rest);
        var words = rest[match.Length..].Trim();
        var open = words.EndsWith('…');
        return new Wording(
            match.Success ? match.Groups[1].Value : null, (open ? words[..^1].TrimEnd() : words).Replace("\\n", "\n", StringComparison.Ordinal), open);
    }

    private static string[] Parts(string rest) => rest.Split(',', StringSplitOptions.TrimEntries);

    private static string After(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    private TranscriptFault Fault(string fault) => new(file, number, fault);

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();

    [GeneratedRegex("^[A-Z][a-z]+$")]
    private static partial Regex Alias();

    [GeneratedRegex(@"^\(([a-z0-9/-]+)\)")]
    private static partial Regex TextId();
}
