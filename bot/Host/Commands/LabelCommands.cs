#pragma warning disable RS0030 // Commands speak over standard output.
using System.CommandLine;
using System.Text;
using EngagementBot.Host.Start;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Commands;

/// <summary>risk labels, risk labels accept, risk labels reject: what caseworkers' corrections have brought in, and what a reviewer decides.
/// They work beside a running host, on the same data folder.</summary>
internal static class LabelCommands
{
    private const string List = "labels";
    private const string Accept = "accept";

    public static Command Labels()
    {
        var labels = Deciding(List, "List the invented sentences that wait for review, one JSON object a line", (desk, _, _) => desk.ListAsync());
        labels.Add(WithInto(Deciding(Accept, "Accept labels: ID…; with --into FILE they join those examples", (desk, ids, into) => desk.AcceptAsync(ids, into))));
        labels.Add(Deciding("reject", "Reject labels: ID…", (desk, ids, _) => desk.RejectAsync(ids)));
        return labels;
    }

    private static readonly Option<string?> Into = new("--into") { Description = "A file of examples to append accepted labels to; without IDs all accepted ones" };

    private static Command WithInto(Command command)
    {
        command.Add(Into);
        return command;
    }

    private static Command Deciding(string name, string description, Func<LabelDesk, IReadOnlyList<string>, string?, Task<int>> decide)
    {
        // Settings such as --Data:Directory=… are taken along with the IDs and told apart by their dashes.
        var words = new Argument<string[]>("ID") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(name, description) { words };
        command.SetAction(parsed => RunAsync(name, parsed.GetValue(words) ?? [], name == Accept ? parsed.GetValue(Into) : null, decide));
        return command;
    }

    private static async Task<int> RunAsync(string name, string[] words, string? into, Func<LabelDesk, IReadOnlyList<string>, string?, Task<int>> decide)
    {
        try
        {
            var (settings, ids) = Split(words);
            SettingsReader.RefuseUnknownArguments(settings);
            if (name == List && ids.Count > 0) throw new StartFault($"\"{ids[0]}\" is not something to do with labels: risk labels, risk labels accept ID…, risk labels reject ID….");
            if (name != List && ids.Count == 0 && into is null) throw new StartFault($"Name the labels to {name}: risk labels {name} ID…");
            using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
            using var store = Open(SettingsReader.DataDirectory(Entry.Configuration([.. settings])));
            return await decide(new LabelDesk(store, output), ids, into);
        }
        catch (Exception fault) when (StartFault.From(fault) is { } known)
        {
            Report.Fault(known);
            return 1;
        }
    }

    // Where no host has run there is nothing to list, and looking must not leave a file behind.
    private static SqliteRiskLabelStore? Open(string folder) =>
        Path.Combine(folder, SqliteRiskLabelStore.FileName) is var file && File.Exists(file) ? new SqliteRiskLabelStore(file) : null;

    private static (List<string> Settings, List<string> Ids) Split(string[] words)
    {
        List<string> settings = [], ids = [];
        foreach (var word in words)
        {
            var isValue = settings.Count > 0 && settings[^1].StartsWith("--", StringComparison.Ordinal) && !settings[^1].Contains('=', StringComparison.Ordinal);
            (word.StartsWith("--", StringComparison.Ordinal) || isValue ? settings : ids).Add(word);
        }

        return (settings, ids);
    }
}
