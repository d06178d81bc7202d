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

    public static string Questions(string folder) => Path.Combine(folder, "topics", "examples");

    public static string WelshWords(string folder) => Path.Combine(folder, "topics", "welsh-words.txt");

    public static string TopicHeads(string folder) => Path.Combine(folder, "topics", "model", "topics.bin");

    /// <summary>The reviewed words alone, without the models.</summary>
    public static DialogBook ReadDialogs(string folder) => Faultless(() => DialogBook.Read(Yaml(folder)[false]));

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
            var models = Task.Run(() => ReadModels(folder));
            var dialogs = DialogBook.Read(files[false]);
            var (screen, topics) = models.GetAwaiter().GetResult();
            return new Book(dialogs.With(topics), risk.GetAwaiter().GetResult().With(screen));
        });
    }

    // A screen without its model would miss most of what it is for: it does not start.
    private static (RiskModel Screen, TopicModel Topics) ReadModels(string folder)
    {
        foreach (var path in new[] { Encoder(folder), Heads(folder), TopicHeads(folder) })
            if (!File.Exists(path)) throw new StartFault($"A model is missing: {path}. Publish the service with it, or make it with: risk train, topics train.");

        try
        {
            var encoder = SentenceEncoder.Load(Encoder(folder));
            return (ModelFile.Read(File.ReadAllBytes(Heads(folder)), encoder), TopicModelFile.Read(File.ReadAllBytes(TopicHeads(folder)), encoder));
        }
        catch (InvalidDataException fault)
        {
            throw new StartFault($"A model cannot be used: {fault.Message} Publish the service with its own dialogs/risk/model and dialogs/topics/model.");
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
