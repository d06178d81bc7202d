using System.Text;
using EngagementBot.Conversations;
using EngagementBot.Training;

namespace EngagementBot.Benchmarks;

public enum Kind { Brief, Lengthy, Hostile }

/// <summary>What is read: chat messages of the frozen split, several of them in one, and 4,000 characters meant to hold a screen up.</summary>
internal static class Messages
{
    private const int AtOnce = 12;

    private static readonly string[] Split =
        [.. ExampleFiles.ReadFile(Path.Combine(AppContext.BaseDirectory, "dialogs", "risk", "examples", ExampleFiles.TestSplit)).Select(example => example.Text)];

    public static string[] Of(Kind kind) => kind switch
    {
        Kind.Brief => Split,
        Kind.Lengthy => [.. Split.Chunk(AtOnce).Select(texts => string.Join(". ", texts))],
        Kind.Hostile => [.. Hostile()],
    };

    private static IEnumerable<string> Hostile()
    {
        string[] pieces = ["they said i owe them and they know where i live ", "a ", "s t a b ", "kkkkkkkkqzx", "* * ** ", "theyknowwhereilive", "i owe ", "knife, ", "\u200D😂", "k1ll m3 ", "\uD83D"];
        foreach (var piece in pieces) yield return Full(() => piece);

        var chance = new Random(20261123);
        for (var round = 0; round < 9; round++) yield return Full(() => Split[chance.Next(Split.Length)].Replace(' ', round % 2 == 0 ? ' ' : '.') + " ");
    }

    private static string Full(Func<string> piece)
    {
        var text = new StringBuilder();
        while (text.Length < MessageText.MaxLength) text.Append(piece());
        return text.ToString(0, MessageText.MaxLength);
    }
}
