using EngagementBot.Conversations.Risk.Rules;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Learned;

/// <summary>What the model makes of one message: for each level how likely it is reached, and the rest asked only from level 1.</summary>
internal sealed class Reading
{
    private const int Levels = 4;

    private const int FewWords = 4;
    private const double SureOfFewWords = 0.55;

    private readonly RiskModel model;
    private readonly bool isShort;
    private readonly Observed observed;
    private readonly double[] reached = new double[Levels + 1];

    /// <param name="reaches">Probabilities of levels 1 to 4, where they come from elsewhere than the model's own heads.</param>
    /// <param name="words">How many the message has: a word or two say too little to be raised on a faint likeness.</param>
    public Reading(RiskModel model, Observed observed, int words, IReadOnlyList<double>? reaches = null)
    {
        (this.model, this.observed, isShort) = (model, observed, words < FewWords);
        reached[0] = 1;
        for (var level = 1; level <= Levels; level++) reached[level] = reaches?[level - 1] ?? model.Probability(HeadNames.Level(level), observed);
        // A message that reaches 4 reaches 3.
        for (var level = Levels - 1; level > 0; level--) reached[level] = Math.Max(reached[level], reached[level + 1]);
    }

    /// <summary>How likely a careful reader would give at least this level.</summary>
    public double Reaches(int level) => reached[level];

    /// <summary>The level the model gives by itself.</summary>
    public int Level { get => field >= 0 ? field : field = HighestSure(); } = -1;

    /// <summary>A rule's level stands where the model does not find it out of the question; else it falls to the highest that does.</summary>
    public int Agreed(int claimed)
    {
        while (claimed > 0 && reached[claimed] < model.Thresholds[HeadNames.Agrees(claimed)]) claimed--;
        return claimed;
    }

    public double Says(RiskCategory category) => model.Probability(HeadNames.Of(category), observed);

    public double Says(ReachableMoment moment) => model.Probability(HeadNames.Of(moment), observed);

    public Speaker Speaker => Likeliest(Enum.GetValues<Speaker>(), speaker => model.Probability(HeadNames.Of(speaker), observed));

    public Immediacy Immediacy => Likeliest(Enum.GetValues<Immediacy>(), when => model.Probability(HeadNames.Of(when), observed));

    public double IsNow => model.Probability(HeadNames.Of(Immediacy.Now), observed);

    private int HighestSure()
    {
        var level = Levels;
        while (level > 0 && reached[level] < Threshold(level)) level--;
        return level;
    }

    private double Threshold(int level) => Math.Max(model.Thresholds[HeadNames.Level(level)], isShort ? SureOfFewWords : 0);

    private static T Likeliest<T>(T[] answers, Func<T, double> probability) where T : struct => answers.MaxBy(probability);
}

/// <summary>Names of the questions in the model's file.</summary>
internal static class HeadNames
{
    public static string Level(int level) => level switch { 1 => "level-1", 2 => "level-2", 3 => "level-3", _ => "level-4" };

    public static string Agrees(int level) => level switch { 1 => "agrees-1", 2 => "agrees-2", 3 => "agrees-3", _ => "agrees-4" };

    public static string Of<T>(T answer) where T : struct, Enum => Names<T>.All[answer];

    private static class Names<T> where T : struct, Enum
    {
        public static Dictionary<T, string> All { get; } = Enum.GetValues<T>().ToDictionary(value => value, value => $"{typeof(T).Name}-{value}");
    }
}
