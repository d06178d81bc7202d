using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Everything the bot may say, read from the dialogs folder, checked as a whole and never changed afterwards.</summary>
public sealed partial class DialogBook
{
    /// <summary>The language said where another has no wording of its own.</summary>
    public const string Fallback = "en";

    private readonly Dictionary<string, LanguageContent> languages;

    private DialogBook(Dictionary<string, LanguageContent> languages, TopicMatcher topics) =>
        (this.languages, Topics) = (languages, topics);

    public TopicMatcher Topics { get; }

    /// <summary>The same words with a learned model beside the topics' examples.</summary>
    public DialogBook With(TopicModel model) => new(languages, Topics.With(model));

    /// <summary>Reads all files of the dialogs folder but those under risk/, in any order.</summary>
    /// <param name="files">Path below the dialogs folder with forward slashes, such as "en/debt.yaml", and content.</param>
    /// <exception cref="DialogFault">The first thing that must be mended.</exception>
    public static DialogBook Read(IEnumerable<(string Path, string Text)> files)
    {
        var all = files.ToList();
        var languages = ReadLanguages(all);
        if (FaultsIn(languages, ReadServices(all)).FirstOrDefault() is { } fault) throw fault;
        return new DialogBook(languages, new TopicMatcher(languages.ToDictionary(each => each.Key, each => (IReadOnlyList<Topic>)each.Value.Topics)));
    }

    /// <summary>All that must be mended, for a check before the words are put to use; one entry only where a file cannot be read at all.</summary>
    public static IReadOnlyList<DialogFault> Faults(IEnumerable<(string Path, string Text)> files)
    {
        try
        {
            var all = files.ToList();
            return [.. FaultsIn(ReadLanguages(all), ReadServices(all))];
        }
        catch (DialogFault fault)
        {
            return [fault];
        }
    }

    private static Dictionary<string, LanguageContent> ReadLanguages(IEnumerable<(string Path, string Text)> files)
    {
        var languages = files
            .Where(file => file.Path.EndsWith(".yaml", StringComparison.Ordinal) && file.Path.Split('/') is [{ Length: 2 }, _, ..])
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .GroupBy(file => file.Path[..2])
            .ToDictionary(group => group.Key, group => LanguageReader.Read(group));

        return languages.ContainsKey(Fallback) ? languages : throw new DialogFault(Fallback, 1, "the folder of the fallback language is missing");
    }

    private static ServiceDirectory ReadServices(IEnumerable<(string Path, string Text)> files) =>
        ServiceDirectory.Read(files.Where(file => file.Path.StartsWith("services/", StringComparison.Ordinal) && file.Path.EndsWith(".yaml", StringComparison.Ordinal)));

    private static IEnumerable<DialogFault> FaultsIn(Dictionary<string, LanguageContent> languages, ServiceDirectory services) =>
        languages.SelectMany(each => BookChecks.Faults(each.Key, each.Value, services));

    /// <summary>One reviewed text with its variables filled; by SMS its choices are numbered in the text itself.</summary>
    /// <param name="language">A BCP 47 tag; an unknown one falls back to English.</param>
    /// <exception cref="KeyNotFoundException">No text has this id.</exception>
    /// <exception cref="ArgumentException">The text needs a variable that was not given.</exception>
    public Utterance Say(string textId, string language, ChannelKind channel, params (string Name, string Value)[] values)
    {
        var text = In(language, content => content.Texts.GetValueOrDefault(textId)) ?? throw new KeyNotFoundException($"no text '{textId}'");
        IReadOnlyList<string> choices = [.. ChoicesUnder(text, language).Select(choice => choice.Label)];
        var words = Variable().Replace(text.For(channel), variable => Fill(textId, variable.Groups[1].Value, values));
        return new Utterance(textId, channel == ChannelKind.Sms ? Numbered(words, choices) : words, choices, text.Kind);
    }

    /// <summary>All texts whose ids begin so, as they read on the web, variables unfilled: the words of a screen.</summary>
    public IReadOnlyList<(string Id, string Text)> TextsNamed(string prefix, string language) =>
        [.. (In(language, content => content.Texts) ?? []).Values
            .Where(text => text.Id.StartsWith(prefix, StringComparison.Ordinal))
            .Select(text => (text.Id, text.For(ChannelKind.Web)))];

    public bool Has(DialogStep step, string language) => Find(step, language) is not null;

    /// <summary>Labels of the choices that stand at a step, in order; none for a step that does not exist.</summary>
    public IReadOnlyList<string> ChoicesAt(DialogStep step, string language) => [.. Find(step, language)?.Choices.Select(choice => choice.Label) ?? []];

    /// <summary>Who answers for a text and whether a person has signed it.</summary>
    public Review ReviewOf(string textId, string language) =>
        In(language, content => content.Texts.GetValueOrDefault(textId))?.Review ?? throw new KeyNotFoundException($"no text '{textId}'");

    internal static string Numbered(string words, IReadOnlyList<string> choices) =>
        choices.Count == 0 ? words : $"{words}\n{string.Join('\n', choices.Select((label, at) => $"{at + 1} {label}"))}";

    [GeneratedRegex(@"\{([a-z]+)\}")]
    internal static partial Regex Variable();

    internal Step? Find(DialogStep step, string language) => In(language, content => content.Steps.GetValueOrDefault(step));

    internal RouteTable Routes(string language) => In(language, content => content.Routes) ?? RouteTable.Empty;

    private IReadOnlyList<Choice> ChoicesUnder(ReviewedText text, string language) =>
        text.ChoicesOf is { } step ? Find(step, language)?.Choices ?? [] : [];

    private static string Fill(string textId, string variable, (string Name, string Value)[] values) =>
        values.FirstOrDefault(value => value.Name == variable).Value ?? throw new ArgumentException($"'{textId}' needs {{{variable}}}", nameof(values));

    private T? In<T>(string language, Func<LanguageContent, T?> find) where T : class =>
        languages.TryGetValue(language.Split('-')[0].ToLowerInvariant(), out var own) && find(own) is { } found
            ? found
            : languages.TryGetValue(Fallback, out var fallback) ? find(fallback) : null;
}
