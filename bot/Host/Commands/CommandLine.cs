using System.CommandLine;

namespace EngagementBot.Host.Commands;

/// <summary>risk score, risk replay, topics match: JSON lines in, JSON lines out, and nothing else on standard output.</summary>
internal static class CommandLine
{
    private static readonly string[] Roots = ["risk", "topics"];

    public static bool Names(string[] args) => args.Length > 0 && Roots.Contains(args[0]);

    public static int Run(string[] args)
    {
        var root = new RootCommand("EngagementBot")
        {
            new Command("risk", "Judge the risk language of messages")
            {
                Lines("score", "One message a line: {\"id\",\"text\"}", RiskCommands.Score),
                Lines("replay", "One conversation a line: {\"id\",\"messages\":[{\"text\"},…]}", RiskCommands.Replay),
                Evaluate(),
                Fairness(),
                Train(),
            },
            new Command("topics", "Find the topic of a question")
            {
                Lines("match", "One question a line: {\"id\",\"text\"}", TopicCommands.Match),
            },
        };
        return root.Parse(args).Invoke();
    }

    private static Command Evaluate()
    {
        var file = new Argument<FileInfo>("file") { Description = "Labelled messages, one JSON object a line" };
        var figures = new Option<FileInfo?>("--figures") { Description = "Write the figures that no later model may fall below" };
        var command = new Command("evaluate", "Compare the screen with labelled messages") { file, figures };
        command.SetAction(parsed => TrainingCommands.Evaluate(parsed.GetValue(file)!, parsed.GetValue(figures)));
        return command;
    }

    private static Command Fairness()
    {
        var command = new Command("fairness", "How often harmless messages raise an alarm, in everyday multicultural youth English and in plain English");
        command.SetAction(_ => TrainingCommands.Fairness());
        return command;
    }

    private static Command Train()
    {
        var dialogs = new Option<DirectoryInfo>("--dialogs") { Description = "The dialogs folder", DefaultValueFactory = _ => new DirectoryInfo("dialogs") };
        var command = new Command("train", "Make the model from the examples under dialogs/") { dialogs };
        command.SetAction(parsed => TrainingCommands.Train(parsed.GetValue(dialogs)!));
        return command;
    }

    private static Command Lines(string name, string description, Func<LineRunner> make)
    {
        var command = new Command(name, description);
        command.SetAction(_ => make().Run());
        return command;
    }
}
