using EngagementBot.Conversations.Dialogs;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>One YAML file of risk words, as written; every complaint carries its line.</summary>
internal sealed class RuleFile
{
    private readonly YamlMappingNode root;

    private RuleFile(string path, YamlMappingNode root) => (Path, this.root) = (path, root);

    public string Path { get; }

    public static RuleFile Parse(string path, string text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException fault)
        {
            throw new DialogFault(path, (int)fault.Start.Line, $"this is not YAML: {fault.InnerException?.Message ?? fault.Message}");
        }

        return yaml.Documents is [{ RootNode: YamlMappingNode map }]
            ? new RuleFile(path, map)
            : throw new DialogFault(path, 1, "a file of risk words is one mapping (about, words, spellings, idioms, rules)");
    }

    public IEnumerable<(string Name, YamlNode Node)> Map(string section) =>
        Find(root, section) is YamlMappingNode map
            ? map.Children.Select(pair => (((YamlScalarNode)pair.Key).Value ?? "", pair.Value))
            : [];

    public IEnumerable<RuleEntry> List(string section) =>
        Find(root, section) is YamlSequenceNode list
            ? list.Children.Select(node => new RuleEntry(Path, (YamlMappingNode)node, Find(root, "about") as YamlMappingNode))
            : [];

    /// <summary>A block of words, parted by blanks.</summary>
    public IEnumerable<string> Block(string section) =>
        (Find(root, section) as YamlScalarNode)?.Value?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>A list, or one line with commas.</summary>
    public static IEnumerable<string> Phrases(YamlNode? node) => node switch
    {
        YamlScalarNode scalar => (scalar.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        YamlSequenceNode list => list.Children.SelectMany(Phrases),
        _ => [],
    };

    public static YamlNode? Find(YamlMappingNode? map, string key) =>
        map is not null && map.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;

    public static int LineOf(YamlNode node) => (int)node.Start.Line;
}

/// <summary>One entry of a list, with what the file's "about" says for all of them.</summary>
internal sealed class RuleEntry(string path, YamlMappingNode node, YamlMappingNode? about)
{
    public int Line { get; } = RuleFile.LineOf(node);

    public string Name => Required("name");

    public IEnumerable<string> Match => RuleFile.Phrases(RuleFile.Find(node, "match"));

    public IEnumerable<string> Unless => RuleFile.Phrases(RuleFile.Find(node, "unless") ?? RuleFile.Find(about, "unless"));

    public DialogFault Fault(string fault) => new(path, Line, fault);

    public string? Optional(string key) => (RuleFile.Find(node, key) as YamlScalarNode ?? RuleFile.Find(about, key) as YamlScalarNode)?.Value;

    public string Required(string key) =>
        Optional(key) is { Length: > 0 } value ? value : throw Fault($"an entry lacks \"{key}:\"");

    public int Number(string key, int otherwise) =>
        Optional(key) is not { } value ? otherwise : int.TryParse(value, out var number) && number is >= 0 and <= 4 ? number : throw Fault($"\"{key}\" is a level, 0 to 4, not \"{value}\"");

    public bool Flag(string key, bool otherwise) => Optional(key) switch
    {
        null => otherwise,
        "yes" or "true" => true,
        "no" or "false" => false,
        var other => throw Fault($"\"{key}\" is yes or no, not \"{other}\""),
    };

    public RuleSource Source()
    {
        var fires = Examples("fires");
        var silent = Examples("does_not_fire");
        if (fires.Count == 0 || silent.Count == 0) throw Fault($"\"{Name}\" needs examples of both kinds, \"fires:\" and \"does_not_fire:\"");

        return new RuleSource(path, Line, Required("owner"), Required("language"), Required("region"), Required("review_by"), Required("source"), Optional("reviewed_by") ?? "", fires, silent);
    }

    /// <summary>Sentences, one a line; commas belong to them.</summary>
    private List<string> Examples(string key) => RuleFile.Find(node, key) switch
    {
        YamlScalarNode { Value: { Length: > 0 } one } => [one],
        YamlSequenceNode many => [.. many.Children.Select(child => ((YamlScalarNode)child).Value ?? "")],
        _ => [],
    };
}
