using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk;
using static EngagementBot.Conversations.ConversationEvent;

namespace EngagementBot.HandoffConsole.Transcripts;

/// <summary>The log as a caseworker reads it. Made anew from the log each time; holds nothing of its own.</summary>
/// <param name="Levels">One point per message of the young person.</param>
/// <param name="Reasons">Gravest first, then newest.</param>
public sealed record Transcript(IReadOnlyList<TranscriptLine> Lines, IReadOnlyList<LevelPoint> Levels, IReadOnlyList<Reason> Reasons)
{
    public static Transcript Of(IReadOnlyList<LoggedCommit> log)
    {
        var heard = Heard(log).ToArray();
        var corrections = log.SelectMany(commit => commit.Events).OfType<RiskCorrected>().ToLookup(correction => correction.Of, HappeningWords.InBrief);
        return new Transcript(
            WithRunsAndDays([.. log.SelectMany(LinesOf).Select(line => Corrected(line, corrections))]),
            [.. heard.Select(message => new LevelPoint(message.LineId, message.At, message.Said.Risk.Level))],
            [.. heard.SelectMany(ReasonsOf).OrderByDescending(reason => reason.Level).ThenByDescending(reason => reason.At)]);
    }

    private static TranscriptLine Corrected(TranscriptLine line, ILookup<long, string> corrections) =>
        line is TranscriptLine.Spoken { Voice: Voice.YoungPerson } spoken && corrections.Contains(spoken.Sequence)
            ? spoken with { Corrections = [.. corrections[spoken.Sequence]] }
            : line;

    private static IEnumerable<TranscriptLine> LinesOf(LoggedCommit commit) =>
        commit.Events.Select((happened, place) => LineOf(happened, IdOf(commit, place), commit)).OfType<TranscriptLine>();

    private static TranscriptLine? LineOf(ConversationEvent happened, string id, LoggedCommit commit) => happened switch
    {
        YoungPersonWrote e => new TranscriptLine.Spoken(id, commit.At, Voice.YoungPerson, "Young person", e.Text.Words, e.Risk, [], false, commit.Sequence, e.Identifiers),
        CaseworkerSaid e => new TranscriptLine.Spoken(id, commit.At, Voice.Caseworker, e.By.Alias, e.Text.Words, null, [], false),
        BotSaid { Utterance.Kind: UtteranceKind.EmergencyCard } e => new TranscriptLine.Card(id, commit.At, e.Utterance.Text),
        BotSaid e => new TranscriptLine.Spoken(id, commit.At, Voice.Bot, "Bot", e.Utterance.Text, null, e.Utterance.Choices, false),
        _ => HappeningWords.Of(happened) is { } words ? new TranscriptLine.Happening(id, commit.At, words, HappeningWords.IsLoud(happened)) : null,
    };

    private static List<TranscriptLine> WithRunsAndDays(IReadOnlyList<TranscriptLine> lines)
    {
        var shown = new List<TranscriptLine>(lines.Count);
        TranscriptLine? before = null;
        foreach (var line in lines)
        {
            if (before is not null && Moments.Date(before.At) != Moments.Date(line.At)) shown.Add(new TranscriptLine.NewDay($"day-{line.Id}", line.At));
            shown.Add(line is TranscriptLine.Spoken spoken ? spoken with { StartsRun = !IsSameRun(before, spoken) } : line);
            before = line;
        }
        return shown;
    }

    private static bool IsSameRun(TranscriptLine? before, TranscriptLine.Spoken line) =>
        before is TranscriptLine.Spoken earlier && earlier.Voice == line.Voice && earlier.Name == line.Name;

    private static IEnumerable<(string LineId, DateTimeOffset At, YoungPersonWrote Said)> Heard(IReadOnlyList<LoggedCommit> log) =>
        from commit in log
        from entry in commit.Events.Select((happened, place) => (happened, place))
        where entry.happened is YoungPersonWrote
        select (IdOf(commit, entry.place), commit.At, (YoungPersonWrote)entry.happened);

    private static IEnumerable<Reason> ReasonsOf((string LineId, DateTimeOffset At, YoungPersonWrote Said) message) =>
        message.Said.Risk.Evidence.Select(found =>
            new Reason(message.LineId, message.At, message.Said.Risk.Level, found.Category, Phrase(message.Said.Text.Words, found), found.Rule));

    private static string Phrase(string words, RiskEvidence found) =>
        string.Concat(RiskSpans.Cut(words, [found]).Where(piece => piece.Evidence.Count > 0).Select(piece => piece.Text));

    private static string IdOf(LoggedCommit commit, int place) => $"line-{commit.Sequence}-{place}";
}
