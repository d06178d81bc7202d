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

    /// <summary>Below this likeness to the reviewed phrases the bot does not act by them alone.</summary>
    private const double LikeFrom = 0.35;

    /// <summary>Fewer words than this say too little to be read by a model: "yes", "stop it".</summary>
    private const int FewWords = 3;

    private static readonly TopicMatch Unknown = new(OffTopic, 0, [], false);

    private readonly Dictionary<string, TopicIndex> languages;
    private readonly Dictionary<string, TopicIndex> phrases;
    private readonly TopicModel? model;

    internal TopicMatcher(IReadOnlyDictionary<string, IReadOnlyList<Topic>> languages)
    {
        phrases = languages.Where(each => each.Value.Count > 0).ToDictionary(each => each.Key, each => new TopicIndex(each.Value, []));
        this.languages = phrases;
    }

    private TopicMatcher(Dictionary<string, TopicIndex> languages, Dictionary<string, TopicIndex> phrases, TopicModel? model) =>
        (this.languages, this.phrases, this.model) = (languages, phrases, model);

    /// <summary>Example questions of a language with their topics, in a fixed order.</summary>
    internal IEnumerable<(string Topic, string Text)> Examples(string language) => languages[language].Examples;

    internal TopicMatcher With(TopicModel learned) => new(With(learned.Questions).languages, phrases, learned);

    /// <summary>The same examples and more.</summary>
    internal TopicMatcher With(IReadOnlyList<(string Topic, string Text)> questions) =>
        new(phrases.ToDictionary(each => each.Key, each => each.Value.With(questions)), phrases, model);

    public TopicMatch Match(string text, string language) => Find(text, language, []).Match;

    /// <summary>The match and the group of examples that lay nearest within its topic.</summary>
    /// <param name="hints">What the risk screen found; it tips the scales between near topics and never decides alone.</param>
    internal (TopicMatch Match, TopicAnswer? Answer) Find(string text, string language, IReadOnlyList<RiskCategory> hints)
    {
        var matched = model?.Welsh.English(text) ?? text;
        if (Like(matched, language, hints) is not { } like) return (Unknown, null);

        var ranked = Scores(text, like)
            .OrderByDescending(topic => topic.Score).ThenBy(topic => topic.Topic, StringComparer.Ordinal).Take(Named).ToList();
        if (ranked.Count == 0) return (Unknown, null);

        var (first, score) = ranked[0];
        return (new TopicMatch(first, score, ranked[1..], IsSure(first, score, matched, language, hints)), like.Answer(first));
    }

    /// <summary>What the examples make of a text: those of its language, or of the fallback's where it has none.</summary>
    internal TopicLikeness? Like(string text, string language, IReadOnlyList<RiskCategory> hints) => In(languages, language)?.Compare(text, hints);

    // Small words and small talk start nothing by being unlike everything else: they must be like a reviewed phrase.
    // And what a reviewed phrase says is sure, however unsure the model.
    private bool IsSure(string topic, double score, string text, string language, IReadOnlyList<RiskCategory> hints)
    {
        if (model is null) return score >= LikeFrom;

        var isSlight = topic == OffTopic || Plainly.Normalise(text).Count(letter => letter == ' ') + 1 < FewWords;
        return (!isSlight && score >= model.Scales.SureFrom)
            || In(phrases, language)!.Compare(text, hints).Scores.GetValueOrDefault(topic) >= LikeFrom;
    }

    private static TopicIndex? In(Dictionary<string, TopicIndex> indexes, string language) =>
        indexes.GetValueOrDefault(language.Split('-')[0].ToLowerInvariant()) ?? indexes.GetValueOrDefault(DialogBook.Fallback);

    private IEnumerable<(string Topic, double Score)> Scores(string text, TopicLikeness like) =>
        model is null || string.IsNullOrWhiteSpace(text)
            ? like.Scores.Select(topic => (topic.Key, topic.Value))
            : model.Topics.Zip(model.Probabilities(text, like.Scores));
}
