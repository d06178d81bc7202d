using EngagementBot.Conversations;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Host.Start;

/// <summary>Reads the dialogs folder that lies beside the program. Broken content never starts.</summary>
public static class BookFolder
{
    private const string RiskFolder = "risk/";

    public static string Beside(string baseDirectory) => Path.Combine(baseDirectory, "dialogs");

    /// <exception cref="StartFault">The folder or a file in it is broken: path, line and fault.</exception>
    public static Book Read(string folder)
    {
        if (!Directory.Exists(folder)) throw new StartFault($"The dialogs folder is missing: {folder}. Publish the service with it.");

        var files = Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToLookup(file => file.Path.StartsWith(RiskFolder, StringComparison.Ordinal));
        try
        {
            // Side by side: each compiles for a second or so, and nobody can be answered before both have.
            var risk = Task.Run(() => RiskRules.Read(files[true]));
            return new Book(DialogBook.Read(files[false]), risk.GetAwaiter().GetResult());
        }
        catch (DialogFault fault)
        {
            throw new StartFault($"dialogs/{fault.Message}. Mend the file and start again.");
        }
    }
}
