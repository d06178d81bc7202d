using EngagementBot.Conversations.Handoff;
using EngagementBot.Transcripts.Checks;

namespace EngagementBot.Transcripts;

/// <summary>Plays a transcript on a stage. Every word of the bot must be accounted for by a line before the next thing happens.</summary>
public sealed class Performance
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(10);

    private readonly Transcript transcript;
    private readonly IStage stage;
    private readonly List<Said> everything = [];
    private readonly Dictionary<string, int> seen = [];
    private List<Said> turn = [];
    private Queue<Said> unaccounted = new();
    private int messages;
    private string lastMessage = "";

    private Performance(Transcript transcript, IStage stage) => (this.transcript, this.stage) = (transcript, stage);

    /// <exception cref="TranscriptFault">The first line the service does otherwise.</exception>
    public static async Task PlayAsync(Transcript transcript, IStage stage)
    {
        var performance = new Performance(transcript, stage);
        await stage.SetShiftAsync(transcript.OnShift);
        foreach (var line in transcript.Lines) await performance.PlayAsync(line);

        performance.NothingLeft(transcript.Lines[^1].Number);
        performance.Require(transcript.Throughout, performance.everything);
    }

    private async Task PlayAsync(Line line)
    {
        if (IsAnEvent(line)) NothingLeft(line.Number);
        switch (line)
        {
            case Line.YoungPersonWrites e: await WriteAsync(e); break;
            case Line.SameMessageAgain e: await RedeliverAsync(e); break;
            case Line.CaseworkerActs e: await ActAsync(e); break;
            case Line.ShiftChanges e: await stage.SetShiftAsync(e.Aliases); break;
            case Line.TimePasses e: await PassAsync(e); break;
            case Line.BotSays e: Account(e); break;
            case Line.BotSaysNothing e: Silent(e); break;
            case Line.Level e: await ScreenedAsync(e); break;
            case Line.ConversationLevel e: await StandsAtAsync(e); break;
            case Line.CaseStands e: await QueuedAsync(e); break;
            case Line.CaseworkerSees e: await SeenAsync(e); break;
            case Line.Demands e: Require(e.Clauses, turn); break;
            default: throw new InvalidOperationException($"Nobody plays {line.GetType().Name}.");
        }
    }

    private static bool IsAnEvent(Line line) =>
        line is Line.YoungPersonWrites or Line.SameMessageAgain or Line.CaseworkerActs or Line.ShiftChanges or Line.TimePasses;

    private async Task WriteAsync(Line.YoungPersonWrites line)
    {
        lastMessage = line.Text;
        await stage.WriteAsync(line.Text, ++messages);
        await HearAsync();
    }

    private async Task RedeliverAsync(Line.SameMessageAgain line)
    {
        var (before, answered) = (await stage.EventsAsync(), turn);
        await stage.WriteAsync(lastMessage, messages);
        await HearAsync();
        everything.RemoveRange(everything.Count - turn.Count, turn.Count);

        if (await stage.EventsAsync() != before) throw Fault(line, "the redelivered message was taken a second time");
        if (!turn.Select(said => said.Text).SequenceEqual(answered.Select(said => said.Text)))
            throw Fault(line, $"expected the same answer again, got {List(turn)}");
        unaccounted.Clear();
    }

    private async Task ActAsync(Line.CaseworkerActs line)
    {
        var refused = await stage.DoAsync(line.Alias, line.Deed);
        if (refused != line.Refused)
            throw Fault(line, $"expected {line.Alias} {Outcome(line.Refused)}, got {Outcome(refused)}");

        await HearAsync();
        if (refused is not null || line.Deed is not CaseworkerDeed.Say words) return;
        if (!unaccounted.TryDequeue(out var arrived) || arrived.Speaker != line.Alias || arrived.Text != words.Text)
            throw Fault(line, $"these words did not reach the young person; {List(turn)} did");
    }

    private static string Outcome(string? refused) => refused is null ? "to be allowed" : $"to be refused: {refused}";

    private async Task PassAsync(Line.TimePasses line)
    {
        for (var left = line.Time; left > TimeSpan.Zero; left -= Step) await stage.PassAsync(left < Step ? left : Step);
        await HearAsync();
    }

    private async Task HearAsync()
    {
        turn = [.. await stage.ArrivedAsync()];
        everything.AddRange(turn);
        unaccounted = new Queue<Said>(turn);
    }

    private void NothingLeft(int before)
    {
        if (unaccounted.Count > 0) throw new TranscriptFault(transcript.File, before, $"nothing more was expected before this line, but there came {List(unaccounted)}");
    }

    private void Account(Line.BotSays line)
    {
        if (!unaccounted.TryDequeue(out var said)) throw Fault(line, $"expected the bot to say {line.Words}, but it said no more");
        if (said.Speaker != Said.Bot || !line.Words.Fits(said)) throw Fault(line, $"expected the bot to say {line.Words}, got {said}");
    }

    private void Silent(Line.BotSaysNothing line)
    {
        if (turn.Exists(said => said.Speaker == Said.Bot)) throw Fault(line, $"expected the bot to say nothing, got {List(turn)}");
    }

    private async Task ScreenedAsync(Line.Level line)
    {
        var risk = await stage.LastAssessmentAsync();
        var missing = line.Clauses.Where(clause => !clause.Holds(risk)).Select(clause => clause.Written).ToList();
        if (risk.Level == line.Expected && missing.Count == 0) return;

        throw Fault(line, $"expected level {(int)line.Expected}{(missing.Count > 0 ? $" with {string.Join(", ", missing)}" : "")}, got level {(int)risk.Level} "
            + $"[{string.Join(", ", risk.Categories)}], speaker {risk.Speaker}, moment {risk.Moment?.ToString() ?? "none"}, {(risk.Unreadable ? "unreadable" : "readable")}");
    }

    private async Task StandsAtAsync(Line.ConversationLevel line)
    {
        var level = await stage.ConversationLevelAsync();
        if (level != line.Expected) throw Fault(line, $"expected the conversation at level {(int)line.Expected}, got {(int)level}");
    }

    private async Task QueuedAsync(Line.CaseStands line)
    {
        var row = await stage.CaseAsync();
        if (line.Clauses.FirstOrDefault(clause => !clause.Holds(row, stage.Now)) is { } failed)
            throw Fault(line, $"expected \"{failed.Written}\", got {Described(row)}");
    }

    private string Described(CaseRow? row) => row is null
        ? "no case"
        : $"{row.Status}, level {(int)row.Level} [{string.Join(", ", row.Categories)}], owner {row.Owner?.Alias ?? "none"}, rung {row.Rung}, "
            + $"waiting {(int)(stage.Now - row.QueuedAt).TotalSeconds}s{(row.Quiet ? ", quiet" : "")}";

    private async Task SeenAsync(Line.CaseworkerSees line)
    {
        var view = await stage.ReadAsync(line.Alias);
        var from = seen.GetValueOrDefault(line.Alias);
        for (var at = from; at < view.Count; at++)
        {
            if (!line.Words.Fits(view[at])) continue;
            seen[line.Alias] = at + 1;
            return;
        }

        throw Fault(line, $"expected {line.Alias} to see {line.Words}, got {List(view.Skip(from))}");
    }

    private void Require(IReadOnlyList<Demand> demands, IReadOnlyList<Said> words)
    {
        IReadOnlyList<Said> bot = [.. words.Where(said => said.Speaker == Said.Bot)];
        foreach (var demand in demands)
        {
            if (bot.Count == 0) throw new TranscriptFault(transcript.File, demand.Line, "the bot said nothing here, so this would prove nothing");
            if (demand.Check.Holds(bot) != demand.Must)
                throw new TranscriptFault(transcript.File, demand.Line, $"{(demand.Must ? "must" : "must not")} {demand.Check.Name}, but there came {List(bot)}");
        }
    }

    private TranscriptFault Fault(Line line, string fault) => new(transcript.File, line.Number, fault);

    private static string List(IEnumerable<Said> words) => string.Join("; ", words) is { Length: > 0 } list ? list : "nothing";
}
