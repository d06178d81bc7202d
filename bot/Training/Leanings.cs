using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Training;

/// <summary>
/// What thousands of messages labelled for risk teach about topics, in both languages: that "hen ŵr" speaks of grooming and "my son" of a parent.
/// Each leaning is a sum over the same features as a topic's head, so it is folded into the heads and costs nothing when a question comes.
/// </summary>
internal sealed class Leanings(IReadOnlyList<Head> heads)
{
    /// <summary>Makes a sum of about 10 as weighty as a feature.</summary>
    private const float Scale = 0.2f;
    private const int LeastOften = 40;

    public int Count => heads.Count;

    public static Leanings Learn(IReadOnlyList<Example> messages, IReadOnlyList<Observed> observed, int ngrams)
    {
        var rows = new Rows(observed, ngrams, rules: 0);
        List<int> everyone = [.. Enumerable.Range(0, messages.Count)];
        return new Leanings([.. Asked()
            .AsParallel().AsOrdered()
            .Where(each => messages.Count(each.Holds) >= LeastOften)
            .Select(each => Regression.Fit(each.Name, rows, everyone, at => each.Holds(messages[at])))]);
    }

    public float[] Of(Observed observed) => [.. heads.Select(head => Scale * RiskModel.Sum(head, observed))];

    /// <summary>A topic's head with the leanings' weights added to its own.</summary>
    public Head Folded(Head topic)
    {
        var (words, meaning, bias) = (topic.Words.Select(weight => (float)weight).ToArray(), topic.Meaning.ToArray(), topic.Bias);
        for (var each = 0; each < heads.Count; each++)
        {
            var weight = topic.Rules[each] * Scale;
            for (var at = 0; at < words.Length; at++) words[at] += weight * (float)heads[each].Words[at];
            for (var at = 0; at < meaning.Length; at++) meaning[at] += weight * heads[each].Meaning[at];
            bias += weight * heads[each].Bias;
        }

        return topic with { Words = [.. words.Select(weight => (Half)weight)], Meaning = meaning, Bias = bias, Rules = [] };
    }

    private static IEnumerable<(string Name, Func<Example, bool> Holds)> Asked()
    {
        foreach (var category in Enum.GetValues<RiskCategory>()) yield return (HeadNames.Of(category), message => message.Categories.Contains(category));
        foreach (var moment in Enum.GetValues<ReachableMoment>()) yield return (HeadNames.Of(moment), message => message.Moment == moment);
        foreach (var speaker in Enum.GetValues<Speaker>()) yield return (HeadNames.Of(speaker), message => message.Speaker == speaker);
        for (var level = 1; level <= 3; level += 2)
        {
            var least = level;
            yield return (HeadNames.Level(least), message => message.Level >= least);
        }
    }
}
