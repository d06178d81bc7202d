using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Tests.Dialogs;

/// <summary>The dialogs folder as it ships, and ways to break a copy of it.</summary>
internal static class RealDialogs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "dialogs");

    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
    [
        .. Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(Folder, file).Replace('\\', '/'), Text: File.ReadAllText(file)))
            .Where(file => !file.Path.StartsWith("risk/", StringComparison.Ordinal))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];

    private static readonly Lazy<DialogBook> Read = new(() => DialogBook.Read(Files));

    public static DialogBook Book => Read.Value;

    /// <summary>The real files and one more.</summary>
    public static IEnumerable<(string Path, string Text)> With(string path, string text) => Files.Append((path, text));

    public static IEnumerable<(string Path, string Text)> Without(string path) => Files.Where(file => file.Path != path);
}
