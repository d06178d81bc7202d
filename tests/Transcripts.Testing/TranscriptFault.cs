namespace EngagementBot.Transcripts;

/// <summary>What a transcript and the service disagree on, or what cannot be read in it: "file:line: sentence".</summary>
public sealed class TranscriptFault(string file, int line, string fault) : Exception($"{file}:{line}: {fault}");
