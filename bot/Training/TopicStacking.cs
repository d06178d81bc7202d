using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Training;

/// <summary>A question as weights saw it that were trained without it.</summary>
/// <param name="Topic">The place of the right topic.</param>
/// <param name="Sums">What the heads gave, by topic.</param>
/// <param name="Nearest">How like the example phrases it is, by topic.</param>
internal sealed record UnseenQuestion(int Topic, float[] Sums, double[] Nearest);

/// <summary>Weighs the heads and the nearest examples so that the truth is likeliest; that calibrates the probabilities as well.</summary>
internal static class TopicStacking
{
    private const int Learned = 30;
    private const int Nearest = 40;
    private const float SureFrom = 0.35f;

    public static TopicScales Fit(IReadOnlyList<UnseenQuestion> unseen) =>
        Enumerable.Range(1, Learned)
            .SelectMany(learned => Enumerable.Range(0, Nearest).Select(nearest => new TopicScales(learned / 10f, nearest, SureFrom)))
            .MaxBy(scales => Likelihood(scales, unseen))!;

    private static double Likelihood(TopicScales scales, IReadOnlyList<UnseenQuestion> unseen) =>
        unseen.Sum(one => Math.Log(scales.Probabilities(one.Sums, one.Nearest)[one.Topic] + 1e-9));
}
