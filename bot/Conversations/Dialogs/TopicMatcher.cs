namespace EngagementBot.Conversations.Dialogs;

/// <summary>Which topic a free text is about.</summary>
/// <param name="Topic">The likeliest, also where <paramref name="Score"/> is too low to act on; "off-topic" where nothing is known of it.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Alternatives">The next ones, best first, at most four.</param>
public sealed record TopicMatch(string Topic, double Score, IReadOnlyList<(string Topic, double Score)> Alternatives)
{
    /// <summary>Below this the bot says that it is not sure instead of guessing.</summary>
    public const double SureFrom = 0.35;

    public bool IsSure => Score >= SureFrom;
}

/// <summary>Finds the topic of a free text from reviewed example questions alone. Pure, and the same on every machine.</summary>
public sealed class TopicMatcher
{
    internal const string OffTopic = "off-topic";
    private const int Named = 5;

    private readonly Dictionary<string, TopicIndex> languages;

    internal TopicMatcher(IReadOnlyDictionary<string, IReadOnlyList<Topic>> languages) =>
        this.languages = languages.Where(each => each.Value.Count > 0).ToDictionary(each => each.Key, each => new TopicIndex(each.Value));

    public TopicMatch Match(string text, string language) => Find(text, language, []).Match;

    /// <summary>The match and the group of examples that lay nearest within its topic.</summary>
    /// <param name="hints">What the risk screen found; it tips the scales between near topics and never decides alone.</param>
    internal (TopicMatch Match, TopicAnswer? Answer) Find(string text, string language, IReadOnlyList<RiskCategory> hints)
    {
        if (!languages.TryGetValue(language.Split('-')[0].ToLowerInvariant(), out var index) && !languages.TryGetValue(DialogBook.Fallback, out index))
            return (new TopicMatch(OffTopic, 0, []), null);

        var (ranked, answer) = index.Find(text, hints);
        return ranked.Count == 0
            ? (new TopicMatch(OffTopic, 0, []), null)
            : (new TopicMatch(ranked[0].Topic, ranked[0].Score, [.. ranked.Skip(1).Take(Named - 1)]), answer);
    }
}
