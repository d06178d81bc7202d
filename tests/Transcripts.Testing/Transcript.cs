using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Transcripts.Checks;

namespace EngagementBot.Transcripts;

/// <summary>One conversation as it was written down: who is there at the start, what must hold throughout, and what happens line by line.</summary>
/// <param name="File">Name without folder, for failures.</param>
/// <param name="Shows">The sentence at the top.</param>
/// <param name="OnShift">Aliases of the caseworkers present at the start.</param>
/// <param name="Throughout">Checked at the end over everything the bot said.</param>
public sealed record Transcript(
    string File,
    string Shows,
    ChannelKind Channel,
    string Language,
    IReadOnlyList<string> OnShift,
    IReadOnlyList<Demand> Throughout,
    IReadOnlyList<Line> Lines);

/// <summary>Something that happens or is expected, and where it is written.</summary>
public abstract record Line(int Number)
{
    /// <param name="Text">Empty for a picture.</param>
    public sealed record YoungPersonWrites(int Number, string Text) : Line(Number);

    /// <summary>The channel delivers the last message a second time.</summary>
    public sealed record SameMessageAgain(int Number) : Line(Number);

    /// <summary>A deed that has to be done, or refused for the reason given on the next line.</summary>
    public sealed record CaseworkerActs(int Number, string Alias, CaseworkerDeed Deed, string? Refused) : Line(Number);

    /// <summary>Who has a console open from now on; nobody else.</summary>
    public sealed record ShiftChanges(int Number, IReadOnlyList<string> Aliases) : Line(Number);

    public sealed record TimePasses(int Number, TimeSpan Time) : Line(Number);

    /// <summary>The next words that reached the young person from the bot, in order.</summary>
    public sealed record BotSays(int Number, Wording Words) : Line(Number);

    public sealed record BotSaysNothing(int Number) : Line(Number);

    /// <summary>What the screen found in the last message.</summary>
    public sealed record Level(int Number, RiskLevel Expected, IReadOnlyList<LevelClause> Clauses) : Line(Number);

    public sealed record ConversationLevel(int Number, RiskLevel Expected) : Line(Number);

    public sealed record CaseStands(int Number, IReadOnlyList<QueueClause> Clauses) : Line(Number);

    /// <summary>Somewhere below what this caseworker last saw, in their view of the conversation.</summary>
    public sealed record CaseworkerSees(int Number, string Alias, Wording Words) : Line(Number);

    /// <summary>About everything the bot has said since the last thing that happened.</summary>
    public sealed record Demands(int Number, IReadOnlyList<Demand> Clauses) : Line(Number);
}

/// <summary>Words as a transcript gives them.</summary>
/// <param name="TextId">Name of the reviewed text; null for any.</param>
/// <param name="Start">How they begin, or all of them.</param>
/// <param name="Open">Written with … at the end: any further words.</param>
public sealed record Wording(string? TextId, string Start, bool Open)
{
    public bool Fits(Said said) =>
        (TextId is null || TextId == said.TextId)
        && (Open ? said.Text.StartsWith(Start, StringComparison.Ordinal) : Start.Length == 0 || said.Text == Start);

    public override string ToString() => $"{(TextId is null ? "" : $"({TextId}) ")}{Start}{(Open ? "…" : "")}";
}
