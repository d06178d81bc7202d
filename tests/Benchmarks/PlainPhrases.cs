using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace EngagementBot.Benchmarks;

/// <summary>Every phrase of the reviewed files that is nothing but words: those of the word classes ("words") and of the rules ("match")
/// without gap, choice, class or edge. What simpler matchers can look for.</summary>
internal sealed class PlainPhrases
{
    private const RegexOptions Options = RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase;

    private readonly Regex alternation;
    private readonly List<Regex> each;

    private PlainPhrases(IReadOnlyList<string> phrases)
    {
        alternation = new Regex($@"\b(?:{string.Join('|', phrases.OrderByDescending(phrase => phrase.Length).Select(Regex.Escape))})\b", Options);
        each = [.. phrases.Select(phrase => new Regex($@"\b{Regex.Escape(phrase)}\b", Options))];
    }

    public int Count => each.Count;

    public static PlainPhrases In(string folder) =>
        new([.. Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).SelectMany(InFile).Distinct()]);

    public int ByAlternation(string text) => alternation.Count(text);

    public int OneByOne(string text)
    {
        var found = 0;
        foreach (var phrase in each) found += phrase.Count(text);
        return found;
    }

    private static IEnumerable<string> InFile(string path)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(path)));
        return Below(yaml.Documents[0].RootNode, counts: false).Where(IsPlain);
    }

    private static IEnumerable<string> Below(YamlNode node, bool counts) => node switch
    {
        YamlScalarNode scalar => counts ? (scalar.Value ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(phrase => phrase.TrimEnd('~')) : [],
        YamlSequenceNode list => list.Children.SelectMany(child => Below(child, counts)),
        YamlMappingNode map => map.Children.SelectMany(pair => Below(pair.Value, counts || pair.Key is YamlScalarNode { Value: "words" or "match" })),
        _ => [],
    };

    private static bool IsPlain(string phrase) => phrase.Length > 1 && phrase.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or '\'');
}
