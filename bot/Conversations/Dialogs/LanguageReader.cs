namespace EngagementBot.Conversations.Dialogs;

/// <summary>Everything one language folder holds, before it is checked as a whole.</summary>
internal sealed class LanguageContent
{
    public Dictionary<string, ReviewedText> Texts { get; } = [];

    public Dictionary<DialogStep, Step> Steps { get; } = [];

    public List<Topic> Topics { get; } = [];

    public RouteTable? Routes { get; set; }

    public List<BannedWords> Banned { get; } = [];

    /// <summary>Names such as $yes and the many ways to write it.</summary>
    public Dictionary<string, IReadOnlyList<string>> Synonyms { get; } = [];

    public void Add(ReviewedText text)
    {
        if (!Texts.TryAdd(text.Id, text)) throw text.Place.Fault($"the text '{text.Id}' is there twice");
    }
}

/// <summary>Reads the files of one language folder: which kind a file is follows from where it stands.</summary>
internal static class LanguageReader
{
    /// <param name="files">Path below the dialogs folder and content.</param>
    public static LanguageContent Read(IEnumerable<(string Path, string Text)> files)
    {
        var content = new LanguageContent();
        var maps = files.Select(file => (file.Path, Map: YamlMap.Parse(file.Path, file.Text))).ToList();

        foreach (var (_, map) in maps.Where(file => Name(file.Path) == "synonyms.yaml")) ReadSynonyms(map, content);
        foreach (var (path, map) in maps.Where(file => Name(file.Path) != "synonyms.yaml")) ReadFile(path, map, content);
        return content;
    }

    private static string Name(string path) => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];

    private static void ReadFile(string path, YamlMap map, LanguageContent content)
    {
        switch (Name(path).Split('/'))
        {
            case ["routes.yaml"]: content.Routes = ReadRoutes(map); break;
            case ["words-not-said.yaml"]: ReadBanned(map, content); break;
            case ["texts", _]: ReadTexts(map, content); break;
            case ["topics", _]: content.Topics.Add(ReadTopic(map)); break;
            case [_]: DialogReader.Read(map, content); break;
            default: throw map.Place.Fault("no content is expected in this folder");
        }
    }

    private static void ReadSynonyms(YamlMap map, LanguageContent content)
    {
        foreach (var name in map.Keys)
            content.Synonyms[$"${name}"] = [.. map.Texts(name).Select(Plainly.Normalise)];
    }

    private static void ReadTexts(YamlMap file, LanguageContent content)
    {
        file.Only([.. ReviewedTextReader.HeadKeys, "texts"]);
        foreach (var text in file.Maps("texts"))
            content.Add(ReviewedTextReader.Read(
                text.Only([.. ReviewedTextReader.Keys, "id", "choices_of"]).Text("id"), text, file, text.StepOrNull("choices_of")));
    }

    private static Topic ReadTopic(YamlMap file)
    {
        var name = file.Only("topic", "hinted_by", "words", "answers").Text("topic");
        var answers = file.Maps("answers").Select(answer => ReadAnswer(name, answer)).ToList();
        if (answers.Count == 0) throw file.Place.Fault($"the topic '{name}' has no answers");
        return new Topic(name, file.AllNamed<RiskCategory>("hinted_by"), file.Texts("words"), answers, file.Place);
    }

    private static TopicAnswer ReadAnswer(string topic, YamlMap answer)
    {
        answer.Only("go", "deed", "outranks_risk", "yields", "phrases", "examples");
        return new TopicAnswer(
            topic,
            answer.StepOrNull("go"),
            DialogReader.Deed(answer),
            answer.Flag("outranks_risk"),
            answer.Flag("yields"),
            [.. answer.Texts("phrases").Select(Plainly.Normalise)],
            answer.Texts("examples") is { Count: > 0 } examples ? examples : throw answer.Place.Fault("'examples' is missing"),
            answer.Place);
    }

    private static RouteTable ReadRoutes(YamlMap file) => new(
        [.. file.Only("in_danger", "before_topics", "after_topics").Maps("in_danger").Select(ReadRoute)],
        [.. file.Maps("before_topics").Select(ReadRoute)],
        [.. file.Maps("after_topics").Select(ReadRoute)]);

    private static Route ReadRoute(YamlMap route) => new(
        route.Only("level", "speaker", "moment", "all", "any", "go").TextOrNull("level") is { } level
            ? route.Named<RiskLevel>("level", level)
            : RiskLevel.Low,
        route.AllNamed<Speaker>("speaker"),
        route.AllNamed<ReachableMoment>("moment"),
        route.AllNamed<RiskCategory>("all"),
        route.AllNamed<RiskCategory>("any"),
        route.StepOrNull("go") ?? throw route.Place.Fault("'go' is missing"),
        route.Place);

    private static void ReadBanned(YamlMap file, LanguageContent content)
    {
        foreach (var entry in file.Only("banned").Maps("banned"))
            content.Banned.Add(new BannedWords(entry.Only("words", "why", "to").Text("words"), entry.Text("why"), entry.AllNamed<Audience>("to")));
    }
}
