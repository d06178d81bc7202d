namespace EngagementBot.Conversations.Dialogs;

/// <summary>Which topic a free text is about.</summary>
/// <param name="Topic">The likeliest, also where <paramref name="Score"/> is too low to act on; "off-topic" where nothing is known of it.</param>
/// <param name="Score">0 to 1; with the learned model, how likely the topic is the right one.</param>
/// <param name="Alternatives">The next ones, best first, at most four.</param>
/// <param name="IsSure">False where the bot says that it is not sure instead of guessing.</param>
public sealed record TopicMatch(string Topic, double Score, IReadOnlyList<(string Topic, double Score)> Alternatives, bool IsSure)
{
    /// <summary>The right topic is usually one of these.</summary>
    public IEnumerable<string> FirstThree => Alternatives.Take(2).Select(other => other.Topic).Prepend(Topic);
}

/// <summary>Finds the topic of a free text from example questions and what was learned from them. Pure, and the same on every machine.</summary>
public sealed class TopicMatcher
{
    internal const string OffTopic = "off-topic";
    private const int Named = 5;

    /// <summary>Without a model: below this likeness to the examples the bot does not act.</summary>
    private const double LikeFrom = 0.35;

    private static readonly TopicMatch Unknown = new(OffTopic, 0, [], false);

    private readonly Dictionary<string, TopicIndex> languages;
    private readonly TopicModel? model;

    internal TopicMatcher(IReadOnlyDictionary<string, IReadOnlyList<Topic>> languages)
        : this(languages.Where(each => each.Value.Count > 0).ToDictionary(each => each.Key, each => new TopicIndex(each.Value, [])), null)
    {
    }

    private TopicMatcher(Dictionary<string, TopicIndex> languages, TopicModel? model) => (this.languages, this.model) = (languages, model);

    /// <summary>Example questions of a language with their topics, in a fixed order.</summary>
    internal IEnumerable<(string Topic, string Text)> Examples(string language) => languages[language].Examples;

    internal TopicMatcher With(TopicModel learned) => new(With(learned.Questions).languages, learned);

    /// <summary>The same examples and more.</summary>
    internal TopicMatcher With(IReadOnlyList<(string Topic, string Text)> questions) =>
        new(languages.ToDictionary(each => each.Key, each => each.Value.With(questions)), model);

    public TopicMatch Match(string text, string language) => Find(text, language, []).Match;

    /// <summary>The match and the group of examples that lay nearest within its topic.</summary>
    /// <param name="hints">What the risk screen found; it tips the scales between near topics and never decides alone.</param>
    internal (TopicMatch Match, TopicAnswer? Answer) Find(string text, string language, IReadOnlyList<RiskCategory> hints)
    {
        if (Like(model?.Welsh.English(text) ?? text, language, hints) is not { } like) return (Unknown, null);

        var ranked = Scores(text, like)
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Topic, StringComparer.Ordinal).Take(Named).ToList();
        if (ranked.Count == 0) return (Unknown, null);

        var (first, score) = ranked[0];
        return (new TopicMatch(first, score, ranked[1..], score >= (model?.Scales.SureFrom ?? LikeFrom)), like.Answer(first));
    }

    /// <summary>What the examples make of a text: those of its language, or of the fallback's where it has none.</summary>
    internal TopicLikeness? Like(string text, string language, IReadOnlyList<RiskCategory> hints) =>
        languages.TryGetValue(language.Split('-')[0].ToLowerInvariant(), out var index) || languages.TryGetValue(DialogBook.Fallback, out index)
            ? index.Compare(text, hints)
            : null;

    private IEnumerable<(string Topic, double Score)> Scores(string text, TopicLikeness like) =>
        model is null || string.IsNullOrWhiteSpace(text)
            ? like.Scores.Select(topic => (topic.Key, topic.Value))
            : model.Topics.Zip(model.Probabilities(text, like.Scores));
}
