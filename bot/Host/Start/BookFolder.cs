using EngagementBot.Conversations;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Host.Start;

/// <summary>Reads the dialogs folder that lies beside the program. Broken content never starts.</summary>
public static class BookFolder
{
    private const string RiskFolder = "risk/";

    public static string Beside(string baseDirectory) => Path.Combine(baseDirectory, "dialogs");

    public static string Examples(string folder) => Path.Combine(folder, "risk", "examples");

    public static string Fairness(string folder) => Path.Combine(folder, "risk", "fairness");

    public static string Encoder(string folder) => Path.Combine(folder, "risk", "model", "encoder.bin");

    public static string Heads(string folder) => Path.Combine(folder, "risk", "model", "heads.bin");

    /// <summary>The reviewed rules alone, without the model that is trained beside them.</summary>
    public static RiskRules ReadRules(string folder) => Faultless(() => RiskRules.Read(Yaml(folder)[true]));

    /// <exception cref="StartFault">The folder or a file in it is broken: path, line and fault.</exception>
    public static Book Read(string folder)
    {
        var files = Yaml(folder);
        return Faultless(() =>
        {
            // Side by side: each compiles for a second or so, and nobody can be answered before all have.
            var risk = Task.Run(() => RiskRules.Read(files[true]));
            var model = Task.Run(() => ReadModel(folder));
            return new Book(DialogBook.Read(files[false]), risk.GetAwaiter().GetResult().With(model.GetAwaiter().GetResult()));
        });
    }

    // A screen without its model would miss most of what it is for: it does not start.
    private static RiskModel ReadModel(string folder)
    {
        foreach (var path in new[] { Encoder(folder), Heads(folder) })
            if (!File.Exists(path)) throw new StartFault($"The risk model is missing: {path}. Publish the service with it, or make it with: risk train.");

        try
        {
            return ModelFile.Read(File.ReadAllBytes(Heads(folder)), SentenceEncoder.Load(Encoder(folder)));
        }
        catch (InvalidDataException fault)
        {
            throw new StartFault($"The risk model cannot be used: {fault.Message} Publish the service with its own dialogs/risk/model.");
        }
    }

    private static ILookup<bool, (string Path, string Text)> Yaml(string folder)
    {
        if (!Directory.Exists(folder)) throw new StartFault($"The dialogs folder is missing: {folder}. Publish the service with it.");

        return Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Text: File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .ToLookup(file => file.Path.StartsWith(RiskFolder, StringComparison.Ordinal));
    }

    private static T Faultless<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (DialogFault fault)
        {
            throw new StartFault($"dialogs/{fault.Message}. Mend the file and start again.");
        }
    }
}
