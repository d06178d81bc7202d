using System.Globalization;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Reads a pressed or typed answer to the choices of the current step.</summary>
internal static class ChoiceReader
{
    private const int ShortAnswer = 5;
    private const int WorthMending = 5;

    /// <summary>The label, its number by SMS, a listed other way to say it, or one of these with a single slip of the finger.</summary>
    public static Choice? Exact(string text, IReadOnlyList<Choice> choices, ChannelKind channel)
    {
        var plain = Plainly.Normalise(text);
        return (channel == ChannelKind.Sms ? ByNumber(plain, choices) : null)
            ?? choices.FirstOrDefault(choice => Ways(choice).Contains(plain))
            ?? Only(choices.Where(choice => Ways(choice).Any(way => OneSlip(plain, way))));
    }

    /// <summary>A short answer that starts with a choice: "yeah i think so".</summary>
    public static Choice? Opening(string text, IReadOnlyList<Choice> choices)
    {
        var plain = Plainly.Normalise(text);
        return plain.Count(letter => letter == ' ') >= ShortAnswer
            ? null
            : Only(choices.Where(choice => Ways(choice).Any(way => plain.StartsWith($"{way} ", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Ways(Choice choice) => choice.Also.Prepend(Plainly.Normalise(choice.Label));

    private static Choice? Only(IEnumerable<Choice> found) => found.Take(2).ToList() is [var one] ? one : null;

    private static Choice? ByNumber(string plain, IReadOnlyList<Choice> choices) =>
        int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count
            ? choices[number - 1]
            : null;

    private static bool OneSlip(string typed, string meant)
    {
        if (meant.Length < WorthMending || Math.Abs(typed.Length - meant.Length) > 1 || typed.Length == 0) return false;

        var start = 0;
        while (start < Math.Min(typed.Length, meant.Length) && typed[start] == meant[start]) start++;
        var end = 0;
        while (end < Math.Min(typed.Length, meant.Length) - start && typed[^(end + 1)] == meant[^(end + 1)]) end++;
        return Math.Max(typed.Length, meant.Length) - start - end <= 1;
    }
}
