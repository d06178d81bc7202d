using System.CommandLine;

namespace EngagementBot.Host.Commands;

/// <summary>risk score, risk replay, topics match: JSON lines in, JSON lines out, and nothing else on standard output.</summary>
internal static class CommandLine
{
    private static readonly string[] Roots = ["risk", "topics"];

    private static readonly Option<DirectoryInfo> Dialogs =
        new("--dialogs") { Description = "The dialogs folder", DefaultValueFactory = _ => new DirectoryInfo("dialogs") };

    private static readonly Argument<FileInfo> Labelled = new("file") { Description = "Labelled lines, one JSON object a line" };

    public static bool Names(string[] args) => args.Length > 0 && Roots.Contains(args[0]);

    public static int Run(string[] args)
    {
        var root = new RootCommand("EngagementBot")
        {
            new Command("risk", "Judge the risk language of messages")
            {
                Lines("score", "One message a line: {\"id\",\"text\"}", RiskCommands.Score),
                Lines("replay", "One conversation a line: {\"id\",\"messages\":[{\"text\"},…]}", RiskCommands.Replay),
                EvaluateRisk(),
                Fairness(),
                TrainRisk(),
                LabelCommands.Labels(),
            },
            new Command("topics", "Find the topic of a question")
            {
                Lines("match", "One question a line: {\"id\",\"text\"}", TopicCommands.Match),
                EvaluateTopics(),
                TrainTopics(),
            },
        };
        return root.Parse(args).Invoke();
    }

    private static Command EvaluateRisk()
    {
        var figures = new Option<FileInfo?>("--figures") { Description = "Write the figures that no later model may fall below" };
        var command = new Command("evaluate", "Compare the screen with labelled messages") { Labelled, figures };
        command.SetAction(parsed => TrainingCommands.Evaluate(parsed.GetValue(Labelled)!, parsed.GetValue(figures)));
        return command;
    }

    private static Command EvaluateTopics()
    {
        var command = new Command("evaluate", "Compare the matcher with labelled questions") { Labelled };
        command.SetAction(parsed => TopicTrainingCommands.Evaluate(parsed.GetValue(Labelled)!));
        return command;
    }

    private static Command Fairness()
    {
        var command = new Command("fairness", "How often harmless messages raise an alarm, in everyday multicultural youth English and in plain English");
        command.SetAction(_ => TrainingCommands.Fairness());
        return command;
    }

    private static Command TrainRisk()
    {
        var scores = new Option<FileInfo>("--scores") { Description = "Where to write the cross-validated probability of each example" };
        var command = new Command("train", "Make the model from the examples under dialogs/") { Dialogs, scores };
        command.SetAction(parsed => TrainingCommands.Train(parsed.GetValue(Dialogs)!, parsed.GetValue(scores)));
        return command;
    }

    private static Command TrainTopics()
    {
        var command = new Command("train", "Make the model from the questions and phrases under dialogs/") { Dialogs };
        command.SetAction(parsed => TopicTrainingCommands.Train(parsed.GetValue(Dialogs)!));
        return command;
    }

    private static Command Lines(string name, string description, Func<LineRunner> make)
    {
        var command = new Command(name, description);
        command.SetAction(_ => make().Run());
        return command;
    }
}
