using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Conversations.Tests.Dialogs;

/// <summary>The dialogs folder as it ships, and ways to break a copy of it.</summary>
internal static class RealDialogs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "dialogs");

    private static readonly ILookup<bool, (string Path, string Text)> IsRisk = Directory
        .EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories)
        .Select(file => (Path: Path.GetRelativePath(Folder, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
        .OrderBy(file => file.Path, StringComparer.Ordinal)
        .ToLookup(file => file.Path.StartsWith("risk/", StringComparison.Ordinal));

    public static IReadOnlyList<(string Path, string Text)> Files { get; } = [.. IsRisk[false]];

    public static IReadOnlyList<(string Path, string Text)> RiskFiles { get; } = [.. IsRisk[true]];

    private static readonly SentenceEncoder Encoder = SentenceEncoder.Load(Path.Combine(Folder, "risk", "model", "encoder.bin"));

    private static readonly RiskModel Model = ModelFile.Read(File.ReadAllBytes(Path.Combine(Folder, "risk", "model", "heads.bin")), Encoder);

    private static readonly Lazy<DialogBook> Read = new(() =>
        DialogBook.Read(Files).With(TopicModelFile.Read(File.ReadAllBytes(Path.Combine(Folder, "topics", "model", "topics.bin")), Encoder)));

    private static readonly Lazy<Book> ReadWhole = new(() => new Book(Book, RiskRules.Read(RiskFiles).With(Model)));

    public static DialogBook Book => Read.Value;

    /// <summary>A file below the dialogs folder.</summary>
    public static string At(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>The words and the risk rules, as a turn takes them.</summary>
    public static Book Whole => ReadWhole.Value;

    /// <summary>The real files and one more.</summary>
    public static IEnumerable<(string Path, string Text)> With(string path, string text) => Files.Append((path, text));

    public static IEnumerable<(string Path, string Text)> Without(string path) => Files.Where(file => file.Path != path);
}
