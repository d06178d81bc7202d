namespace EngagementBot.Host.Start;

/// <summary>Something the operator has to mend before the service can start: one line saying what and how. Exit code 1.</summary>
public sealed class StartFault(string line) : Exception(line);
