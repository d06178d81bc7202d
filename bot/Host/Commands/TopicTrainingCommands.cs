#pragma warning disable RS0030 // Commands speak over standard input and output.
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Host.Start;
using EngagementBot.Training;

namespace EngagementBot.Host.Commands;

/// <summary>topics train and topics evaluate. One JSON object on standard output; how it goes, on standard error.</summary>
internal static class TopicTrainingCommands
{
    /// <summary>Writes the topic model of the questions and phrases under a dialogs folder into it. The same examples give the same bytes.</summary>
    /// <param name="dialogs">The dialogs folder of the repository.</param>
    public static int Train(DirectoryInfo dialogs)
    {
        var folder = dialogs.FullName;
        if (!Directory.Exists(BookFolder.Questions(folder))) return Fault($"{folder} holds no topics/examples. Run it from the repository's root, or name the dialogs folder.");

        var questions = QuestionFiles.Read(BookFolder.Questions(folder));
        var messages = ExampleFiles.Read(BookFolder.Examples(folder));
        var welsh = new WelshWords(File.ReadAllText(BookFolder.WelshWords(folder)));
        var trained = new TopicTrainer(BookFolder.ReadDialogs(folder).Topics, SentenceEncoder.Load(BookFolder.Encoder(folder)), welsh, questions, messages).Train(Console.Error.WriteLine);
        Directory.CreateDirectory(Path.GetDirectoryName(BookFolder.TopicHeads(folder))!);
        File.WriteAllBytes(BookFolder.TopicHeads(folder), trained.File);
        var crossed = new TopicEvaluation(trained.Unseen);
        Console.Out.WriteLine(new JsonObject
        {
            ["questions"] = questions.Count,
            ["bytes"] = trained.File.Length,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(trained.File)),
            ["cross-validated"] = new JsonObject { ["all"] = crossed.Figures(), ["languages"] = crossed.Languages() },
        }.ToJsonString());
        return 0;
    }

    public static int Evaluate(FileInfo file)
    {
        if (!file.Exists) return Fault($"There is no file {file.FullName}.");

        var topics = BookFolder.Read(BookFolder.Beside(AppContext.BaseDirectory)).Dialogs.Topics;
        try
        {
            var matched = QuestionFiles.ReadFile(file.FullName).Select(question => new MatchedQuestion(question, topics.Match(question.Text, question.Lang))).ToList();
            Console.Out.WriteLine(new TopicEvaluation(matched).Report().ToJsonString(new() { WriteIndented = true }));
            return 0;
        }
        catch (InvalidDataException fault)
        {
            return Fault(fault.Message);
        }
    }

    private static int Fault(string fault)
    {
        Console.Error.WriteLine(fault);
        return 1;
    }
}
