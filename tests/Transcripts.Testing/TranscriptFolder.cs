namespace EngagementBot.Transcripts;

/// <summary>The transcripts that lie beside the running tests.</summary>
public static class TranscriptFolder
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "transcripts");

    /// <summary>Names without ending, in order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.chat").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)];

    public static Transcript Read(string name) =>
        TranscriptReader.Read($"{name}.chat", File.ReadAllText(Path.Combine(Folder, $"{name}.chat")));
}
