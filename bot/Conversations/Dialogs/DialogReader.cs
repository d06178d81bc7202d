namespace EngagementBot.Conversations.Dialogs;

/// <summary>Reads a dialog: named steps, what is said at each, and where its choices lead.</summary>
internal static class DialogReader
{
    private const int MostChoices = 5;

    public static void Read(YamlMap file, LanguageContent content)
    {
        file.Only([.. ReviewedTextReader.HeadKeys, "dialog", "steps"]);
        var dialog = file.Text("dialog");
        var steps = file.Map("steps");
        foreach (var name in steps.Keys)
            ReadStep(new DialogStep(dialog, name), steps.Map(name), file, content);
    }

    public static DialogDeed Deed(YamlMap map) =>
        map.TextOrNull("deed") is { } deed ? map.Named<DialogDeed>("deed", deed) : DialogDeed.None;

    private static void ReadStep(DialogStep name, YamlMap map, YamlMap file, LanguageContent content)
    {
        map.Only([.. ReviewedTextReader.Keys, "says", "choices", "next", "else", "again", "heard", "ends"]);
        var textId = map.TextOrNull("says") ?? name.ToString();
        if (!map.Has("says")) content.Add(ReviewedTextReader.Read(textId, map, file, name));

        var choices = map.Maps("choices").Select(choice => ReadChoice(choice, content)).ToList();
        if (choices.Count > MostChoices) throw map.PlaceOf("choices").Fault($"'{name}' offers {choices.Count} choices; at most {MostChoices} can be read");

        var step = new Step(name, textId, choices, map.StepOrNull("next"), map.StepOrNull("else"), map.StepOrNull("again"), [.. map.Maps("heard").Select(ReadHeard)], map.Flag("ends"), map.Place);
        if (!content.Steps.TryAdd(name, step)) throw map.Place.Fault($"the step '{name}' is there twice");
    }

    private static Choice ReadChoice(YamlMap choice, LanguageContent content)
    {
        var read = new Choice(
            choice.Only("label", "also", "go", "deed", "means").Text("label"),
            [.. choice.Texts("also").SelectMany(word => Spellings(word, choice, content))],
            choice.StepOrNull("go"),
            Deed(choice),
            choice.MapOrNull("means") is { } means ? ReadMeaning(means.Only("level", "category"), []) : null,
            choice.Place);
        return read.Go is null && read.Deed == DialogDeed.None
            ? throw choice.Place.Fault($"the choice '{read.Label}' leads nowhere; give it 'go' or 'deed'")
            : read;
    }

    private static Meaning ReadHeard(YamlMap heard) => heard.Only("level", "category", "words").Texts("words") is [_, ..] words
        ? ReadMeaning(heard, [.. words.Select(Plainly.Normalise)])
        : throw heard.Place.Fault("'words' is missing");

    private static Meaning ReadMeaning(YamlMap map, IReadOnlyList<string> words) =>
        new(map.Named<RiskLevel>("level", map.Text("level")), map.Named<RiskCategory>("category", map.Text("category")), words);

    private static IEnumerable<string> Spellings(string word, YamlMap choice, LanguageContent content)
    {
        if (!word.StartsWith('$')) return [Plainly.Normalise(word)];
        return content.Synonyms.TryGetValue(word, out var known)
            ? known
            : throw choice.PlaceOf("also").Fault($"'{word}' is not in synonyms.yaml");
    }
}
