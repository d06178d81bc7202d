#pragma warning disable RS0030 // Commands speak over standard input and output.
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;
using EngagementBot.Host.Start;
using EngagementBot.Training;

namespace EngagementBot.Host.Commands;

/// <summary>risk train and risk evaluate. One JSON object on standard output; how it goes, on standard error.</summary>
internal static class TrainingCommands
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes the model of the examples under a dialogs folder into it. The same examples give the same bytes.</summary>
    /// <param name="dialogs">The dialogs folder of the repository.</param>
    /// <param name="scores">Where to write each example's cross-validated probabilities, for choosing thresholds; null for nowhere.</param>
    public static int Train(DirectoryInfo dialogs, FileInfo? scores)
    {
        if (!Directory.Exists(BookFolder.Examples(dialogs.FullName))) return Fault($"{dialogs.FullName} holds no risk/examples. Run it from the repository's root, or name the dialogs folder.");

        var examples = ExampleFiles.Read(BookFolder.Examples(dialogs.FullName));
        var rules = BookFolder.ReadRules(dialogs.FullName);
        var trained = new Trainer(rules, SentenceEncoder.Load(BookFolder.Encoder(dialogs.FullName)), examples).Train(Console.Error.WriteLine);
        File.WriteAllBytes(BookFolder.Heads(dialogs.FullName), trained.File);
        if (scores is not null) File.WriteAllLines(scores.FullName, trained.Unseen.Select(Line));
        Console.Out.WriteLine(new JsonObject
        {
            ["examples"] = examples.Count,
            ["bytes"] = trained.File.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(trained.File)),
            ["cross-validated"] = Crossed(trained, rules, dialogs.FullName),
        }.ToJsonString());
        return 0;
    }

    /// <summary>The screen against labelled messages.</summary>
    /// <param name="file">JSON lines.</param>
    /// <param name="figures">Where to write what later models must not fall below; null to write nothing.</param>
    public static int Evaluate(FileInfo file, FileInfo? figures)
    {
        if (!file.Exists) return Fault($"There is no file {file.FullName}.");

        var rules = BookFolder.Read(BookFolder.Beside(AppContext.BaseDirectory)).Risk;
        try
        {
            var judged = ExampleFiles.ReadFile(file.FullName).Select(example => new Judged(example, RiskScreen.Assess(new MessageText(example.Text), RiskState.Calm, rules))).ToList();
            var evaluation = new Evaluation(judged);
            Console.Out.WriteLine(evaluation.Report().ToJsonString(Indented));
            if (figures is not null) File.WriteAllText(figures.FullName, Figures.Of(file.FullName, evaluation).ToJsonString(Indented) + "\n");
            return 0;
        }
        catch (InvalidDataException fault)
        {
            return Fault(fault.Message);
        }
    }

    /// <summary>False alarms in two ways of speaking, each with its interval.</summary>
    public static int Fairness()
    {
        var dialogs = BookFolder.Beside(AppContext.BaseDirectory);
        var rules = BookFolder.Read(dialogs).Risk;
        var fairness = Training.Fairness.Of(BookFolder.Fairness(dialogs), text => RiskScreen.Assess(text, RiskState.Calm, rules));
        Console.Out.WriteLine(fairness.Report().ToJsonString(Indented));
        return 0;
    }

    // Each message judged by weights that had not seen its group, rules beside them.
    private static JsonObject Crossed(Trained trained, RiskRules rules, string dialogs)
    {
        var model = ModelFile.Read(trained.File, SentenceEncoder.Load(BookFolder.Encoder(dialogs)));
        var judged = trained.Unseen.Select(one => new Judged(one.Example, RiskScreen.Crossed(new MessageText(one.Example.Text), rules.With(model), one.Reaches))).ToList();
        return new Evaluation(judged).Bars();
    }

    private static string Line(Unseen one) => new JsonObject
    {
        ["id"] = one.Example.Id,
        ["lang"] = one.Example.Lang,
        ["level"] = one.Example.Level,
        ["tags"] = new JsonArray([.. one.Example.Tags.Select(tag => (JsonNode?)tag)]),
        ["reaches"] = new JsonArray([.. one.Reaches.Select(chance => (JsonNode?)Math.Round(chance, 4))]),
    }.ToJsonString();

    private static int Fault(string fault)
    {
        Console.Error.WriteLine(fault);
        return 1;
    }
}
