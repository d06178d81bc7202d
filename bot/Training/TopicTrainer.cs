using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Training;

/// <summary>What training came to: the file, and how each question scored with weights that had not seen it.</summary>
public sealed record TrainedTopics(byte[] File, IReadOnlyList<MatchedQuestion> Unseen);

/// <summary>Trains the topic model from the topics' example phrases and labelled questions: each head by one thread, fixed order, no clock and no chance.</summary>
internal sealed class TopicTrainer(TopicMatcher matcher, SentenceEncoder encoder, WelshWords welsh, IReadOnlyList<Question> questions, IReadOnlyList<Example> messages)
{
    private const int Folds = 5;
    private const int LeastOften = 4;

    private readonly List<(string Topic, string Text)> all =
        [.. questions.Select(question => (question.Topic, question.Text)), .. matcher.Examples(DialogBook.Fallback)];

    private readonly List<(string Topic, string Text)> asked =
        [.. questions.Select(question => (question.Topic, welsh.English(question.Text) ?? question.Text))];

    public TrainedTopics Train(Action<string> tell)
    {
        var table = Table();
        tell($"{questions.Count} questions, {all.Count - questions.Count} example phrases, {table.Count} n-grams");
        var empty = new TopicModel(table, [], new TopicScales(1, 0, 0), welsh, [], encoder);
        var observed = all.Select(one => empty.Observe(one.Text)).ToList();
        var leanings = Leanings.Learn(messages, [.. messages.Select(message => empty.Observe(message.Text))], table.Count);
        tell($"{leanings.Count} leanings");
        var rows = new Rows(observed, table.Count, [.. observed.Select(leanings.Of)]);
        var topics = all.Select(one => one.Topic).Distinct().Order(StringComparer.Ordinal).ToList();

        var unseen = Crossed(rows, observed, topics, leanings, tell);
        var scales = TopicStacking.Fit(unseen);
        tell($"{scales}");
        var model = new TopicModel(table, Heads(topics, rows, leanings, [.. Enumerable.Range(0, all.Count)]), scales, welsh, asked, encoder);
        return new TrainedTopics(TopicModelFile.Write(model), [.. questions.Zip(unseen, (question, sums) => new MatchedQuestion(question, Match(topics, sums, scales)))]);
    }

    private FeatureTable Table()
    {
        var often = new Dictionary<uint, int>();
        foreach (var text in all.Select(one => one.Text).Concat(messages.Select(message => message.Text)))
        {
            var own = new HashSet<uint>();
            Ngrams.Read(TopicModel.Letters(text, welsh.English(text)), (_, hash) => own.Add(hash));
            foreach (var hash in own) often[hash] = often.GetValueOrDefault(hash) + 1;
        }

        var kept = often.Where(pair => pair.Value >= LeastOften).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).ToList();
        return new FeatureTable([.. kept.Select(pair => pair.Key)], [.. kept.Select(pair => 1 + MathF.Log((1f + all.Count + messages.Count) / (1 + pair.Value)))]);
    }

    private List<Head> Heads(List<string> topics, Rows rows, Leanings leanings, List<int> of) =>
        [.. topics.AsParallel().AsOrdered().Select(topic => leanings.Folded(Regression.Fit(topic, rows, of, at => all[at].Topic == topic)))];

    // The example phrases stay in every fold: the nearest-example search always has them too.
    private List<UnseenQuestion> Crossed(Rows rows, List<Observed> observed, List<string> topics, Leanings leanings, Action<string> tell)
    {
        var unseen = new UnseenQuestion[questions.Count];
        for (var fold = 0; fold < Folds; fold++)
        {
            var heads = Heads(topics, rows, leanings, [.. Enumerable.Range(0, all.Count).Where(at => at >= questions.Count || at % Folds != fold)]);
            var others = matcher.With([.. asked.Where((_, at) => at % Folds != fold)]);
            for (var at = fold; at < questions.Count; at += Folds) unseen[at] = Unseen(at, others, observed[at], heads, topics);
            tell($"fold {fold + 1} of {Folds}");
        }

        return [.. unseen];
    }

    private UnseenQuestion Unseen(int question, TopicMatcher others, Observed observed, List<Head> heads, List<string> topics)
    {
        var nearest = others.Like(asked[question].Text, questions[question].Lang, [])?.Scores ?? [];
        return new UnseenQuestion(
            topics.IndexOf(questions[question].Topic),
            [.. heads.Select(head => RiskModel.Sum(head, observed))],
            [.. topics.Select(topic => nearest.GetValueOrDefault(topic))]);
    }

    private static TopicMatch Match(List<string> topics, UnseenQuestion unseen, TopicScales scales)
    {
        var ranked = topics.Zip(scales.Probabilities(unseen.Sums, unseen.Nearest)).OrderByDescending(pair => pair.Second).ToList();
        return new TopicMatch(ranked[0].First, ranked[0].Second, ranked[1..5], ranked[0].Second >= scales.SureFrom);
    }
}
