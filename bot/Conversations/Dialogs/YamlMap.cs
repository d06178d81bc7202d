using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>A YAML mapping that remembers its file and lines, so that every missing or misspelt key becomes a fault a practitioner can find.</summary>
internal sealed class YamlMap
{
    private readonly string path;
    private readonly YamlMappingNode node;

    private YamlMap(string path, YamlMappingNode node) => (this.path, this.node) = (path, node);

    public Place Place => new(path, Line(node));

    public IEnumerable<string> Keys => node.Children.Keys.Select(key => ((YamlScalarNode)key).Value ?? "");

    public static YamlMap Parse(string path, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new YamlMap(path, root)
                : throw new DialogFault(path, 1, "one YAML document with named entries was expected");
        }
        catch (YamlException broken)
        {
            throw new DialogFault(path, (int)broken.Start.Line, $"this is not YAML: {broken.InnerException?.Message ?? broken.Message}");
        }
    }

    public Place PlaceOf(string key) => Find(key) is { } value ? new Place(path, Line(value)) : Place;

    public bool Has(string key) => Find(key) is not null;

    /// <summary>Faults on a key that is not one of these: a misspelt key would otherwise be ignored in silence.</summary>
    public YamlMap Only(params string[] allowed)
    {
        foreach (var key in node.Children.Keys.Cast<YamlScalarNode>())
            if (!allowed.Contains(key.Value))
                throw new DialogFault(path, Line(key), $"'{key.Value}' is not known here; known are {string.Join(", ", allowed)}");
        return this;
    }

    public string? TextOrNull(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value?.Trim() ?? "",
        var other => throw new DialogFault(path, Line(other), $"'{key}' must be a text"),
    };

    public string Text(string key) => TextOrNull(key) is { Length: > 0 } text
        ? text
        : throw PlaceOf(key).Fault($"'{key}' is missing or empty");

    public bool Flag(string key) => TextOrNull(key) switch
    {
        null or "false" => false,
        "true" => true,
        _ => throw PlaceOf(key).Fault($"'{key}' must be true or false"),
    };

    public IReadOnlyList<string> Texts(string key) => Find(key) switch
    {
        null => [],
        YamlScalarNode scalar => [scalar.Value?.Trim() ?? ""],
        YamlSequenceNode list => [.. list.Children.Select(item => Scalar(item, key))],
        var other => throw new DialogFault(path, Line(other), $"'{key}' must be a list of texts"),
    };

    public YamlMap? MapOrNull(string key) => Find(key) is { } value ? Mapping(value, key) : null;

    public YamlMap Map(string key) => MapOrNull(key) ?? throw Place.Fault($"'{key}' is missing");

    public IEnumerable<YamlMap> Maps(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children.Select(item => Mapping(item, key)),
        var other => throw new DialogFault(path, Line(other), $"'{key}' must be a list"),
    };

    public T Named<T>(string key, string name) where T : struct, Enum =>
        Enum.TryParse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw PlaceOf(key).Fault($"'{name}' is not a known {key}");

    public IReadOnlyList<T> AllNamed<T>(string key) where T : struct, Enum => [.. Texts(key).Select(name => Named<T>(key, name))];

    /// <summary>A step written as dialog/step.</summary>
    public DialogStep? StepOrNull(string key) => TextOrNull(key) switch
    {
        null => null,
        var text when text.Split('/') is [{ Length: > 0 } dialog, { Length: > 0 } step] => new DialogStep(dialog, step),
        var text => throw PlaceOf(key).Fault($"'{text}' is not a step; write dialog/step"),
    };

    private static int Line(YamlNode node) => (int)node.Start.Line;

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private YamlMap Mapping(YamlNode value, string key) => value is YamlMappingNode map
        ? new YamlMap(path, map)
        : throw new DialogFault(path, Line(value), $"'{key}' must hold named entries");

    private string Scalar(YamlNode item, string key) => item is YamlScalarNode { Value.Length: > 0 } scalar
        ? scalar.Value.Trim()
        : throw new DialogFault(path, Line(item), $"'{key}' holds something that is not a text; put quotes round it");
}
