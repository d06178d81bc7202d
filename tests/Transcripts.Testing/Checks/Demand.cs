namespace EngagementBot.Transcripts.Checks;

/// <summary>One property of words the bot said, with the name it has in a transcript.</summary>
public sealed record Check(string Name, Func<IReadOnlyList<Said>, bool> Holds);

/// <summary>A check that must, or must not, hold.</summary>
/// <param name="Line">Where it is demanded.</param>
public sealed record Demand(int Line, Check Check, bool Must);
