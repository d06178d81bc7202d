using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.HandoffConsole.Transcripts;

public enum Voice { YoungPerson, Bot, Caseworker }

/// <summary>One line of the transcript as shown.</summary>
/// <param name="Id">Stable, and usable as an element's id.</param>
public abstract record TranscriptLine(string Id, DateTimeOffset At)
{
    /// <param name="Name">Shown once per run of the same voice.</param>
    /// <param name="Risk">Of a young person's message; null for others.</param>
    /// <param name="Choices">Labels the bot offered under it.</param>
    /// <param name="Sequence">Of the commit that holds it.</param>
    /// <param name="Hidden">Placeholders in a young person's words.</param>
    public sealed record Spoken(
        string Id, DateTimeOffset At, Voice Voice, string Name, string Words, RiskAssessment? Risk, IReadOnlyList<string> Choices, bool StartsRun,
        long Sequence = 0, IReadOnlyList<Identifier>? Hidden = null)
        : TranscriptLine(Id, At)
    {
        /// <summary>What caseworkers have said of its level, oldest first.</summary>
        public IReadOnlyList<string> Corrections { get; init; } = [];
    }

    /// <summary>The emergency card as the young person saw it.</summary>
    public sealed record Card(string Id, DateTimeOffset At, string Words) : TranscriptLine(Id, At);

    /// <summary>Something that happened, as a quiet line; <paramref name="Loud"/> for what needs a person's eye.</summary>
    public sealed record Happening(string Id, DateTimeOffset At, string Words, bool Loud = false) : TranscriptLine(Id, At);

    public sealed record NewDay(string Id, DateTimeOffset At) : TranscriptLine(Id, At);
}

/// <summary>Why the case has its level: one finding in one message.</summary>
/// <param name="LineId">The line it was found in.</param>
/// <param name="Phrase">The exact words.</param>
public sealed record Reason(string LineId, DateTimeOffset At, RiskLevel Level, RiskCategory Category, string Phrase, string Rule);

/// <summary>A young person's message as a point of the timeline.</summary>
public sealed record LevelPoint(string LineId, DateTimeOffset At, RiskLevel Level);
