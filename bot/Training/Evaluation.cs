using System.Text.Json.Nodes;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Training;

/// <summary>A share with its 95 % Wilson interval.</summary>
public sealed record Share(int Of, int All)
{
    private const double Z = 1.959964;

    public double Value => All == 0 ? 0 : (double)Of / All;

    public double Low => Bound(-1);

    public double High => Bound(1);

    public JsonObject ToJson() => new() { ["value"] = Rounded(Value), ["low"] = Rounded(Low), ["high"] = Rounded(High), ["of"] = Of, ["all"] = All };

    private static double Rounded(double value) => Math.Round(value, 4);

    private double Bound(int side)
    {
        if (All == 0) return 0;
        var square = Z * Z;
        var centre = Value + square / (2 * All);
        var spread = Z * Math.Sqrt((Value * (1 - Value) + square / (4 * All)) / All);
        return Math.Clamp((centre + side * spread) / (1 + square / All), 0, 1);
    }
}

/// <summary>A labelled message and what the screen made of it.</summary>
public sealed record Judged(Example Example, RiskAssessment Found);

/// <summary>How well the screen finds what careful readers labelled.</summary>
public sealed class Evaluation(IReadOnlyList<Judged> judged)
{
    private static readonly HashSet<string> HardTags = ["idiom", "negation", "lyric", "homework"];

    /// <summary>Everything with intervals, and every miss by its id: never by its words.</summary>
    public JsonObject Report() => new()
    {
        ["messages"] = judged.Count,
        ["bars"] = Bars(),
        ["confusion"] = new JsonArray([.. Enumerable.Range(0, 5).Select(label => (JsonNode?)new JsonArray([.. Enumerable.Range(0, 5).Select(found => (JsonNode?)Count(label, found))]))]),
        ["levels"] = Each(Enumerable.Range(0, 5).Select(level => $"{level}"), level => OfLevel(int.Parse(level, System.Globalization.CultureInfo.InvariantCulture))),
        ["categories"] = Each(Enum.GetValues<RiskCategory>().Select(category => category.ToString()), name => OfCategory(Enum.Parse<RiskCategory>(name))),
        ["moment"] = Same(judged.Where(one => one.Example.Level > 0), one => one.Example.Moment == one.Found.Moment),
        ["speaker"] = Same(judged.Where(one => one.Example.Speaker is not null), one => one.Example.Speaker == one.Found.Speaker),
        ["languages"] = Each(judged.Select(one => one.Example.Lang).Distinct().Order(StringComparer.Ordinal), lang => new Evaluation([.. judged.Where(one => one.Example.Lang == lang)]).Bars()),
        ["tags"] = Each(judged.SelectMany(one => one.Example.Tags).Distinct().Order(StringComparer.Ordinal), tag => new Evaluation([.. judged.Where(one => one.Example.Tags.Contains(tag))]).Brief()),
        ["misses"] = new JsonArray([.. judged.Where(one => (int)one.Found.Level != one.Example.Level)
            .OrderByDescending(one => Math.Abs((int)one.Found.Level - one.Example.Level)).ThenByDescending(one => one.Example.Level)
            .Select(one => (JsonNode?)new JsonObject { ["id"] = one.Example.Id, ["label"] = one.Example.Level, ["found"] = (int)one.Found.Level, ["score"] = Math.Round(one.Found.Score, 3) })]),
    };

    /// <summary>The figures that have a bar (dialogs/risk/README.md).</summary>
    public JsonObject Bars() => new()
    {
        ["recall-3"] = Recall(3, 3).ToJson(),
        ["ranking-3"] = Math.Round(Ranking(3), 4),
        ["recall-4-at-3"] = Recall(4, 3).ToJson(),
        ["recall-4-at-4"] = Recall(4, 4).ToJson(),
        ["zero-raised-to-2"] = Among(one => one.Example.Level == 0, one => (int)one.Found.Level >= 2).ToJson(),
        ["hard-negatives-raised-to-3"] = Among(one => one.Example.Level == 0 && one.Example.Tags.Any(HardTags.Contains), one => (int)one.Found.Level >= 3).ToJson(),
        ["precision-3"] = Among(one => (int)one.Found.Level >= 3, one => one.Example.Level >= 3).ToJson(),
    };

    /// <summary>How often a message at or above the level scores higher than one below (area under the curve).</summary>
    private double Ranking(int level)
    {
        var ordered = judged.OrderBy(one => one.Found.Score).ToList();
        double below = 0, won = 0, above = 0;
        foreach (var one in ordered)
        {
            if (one.Example.Level < level) below++;
            else (above, won) = (above + 1, won + below);
        }

        return above * below == 0 ? 0 : won / (above * below);
    }

    private JsonObject Brief() => new() { ["recall-3"] = Recall(3, 3).ToJson(), ["precision-3"] = Among(one => (int)one.Found.Level >= 3, one => one.Example.Level >= 3).ToJson() };

    private Share Recall(int label, int found) => Among(one => one.Example.Level >= label, one => (int)one.Found.Level >= found);

    private Share Among(Func<Judged, bool> all, Func<Judged, bool> of) => new(judged.Count(one => all(one) && of(one)), judged.Count(all));

    private JsonObject OfLevel(int level) => new()
    {
        ["recall"] = Among(one => one.Example.Level == level, one => (int)one.Found.Level == level).ToJson(),
        ["precision"] = Among(one => (int)one.Found.Level == level, one => one.Example.Level == level).ToJson(),
    };

    private JsonObject OfCategory(RiskCategory category) => new()
    {
        ["recall"] = Among(one => one.Example.Categories.Contains(category), one => one.Found.Categories.Contains(category)).ToJson(),
        ["precision"] = Among(one => one.Found.Categories.Contains(category), one => one.Example.Categories.Contains(category)).ToJson(),
    };

    private int Count(int label, int found) => judged.Count(one => one.Example.Level == label && (int)one.Found.Level == found);

    private static JsonObject Same(IEnumerable<Judged> among, Func<Judged, bool> same)
    {
        var all = among.ToList();
        return new Share(all.Count(same), all.Count).ToJson();
    }

    private static JsonObject Each(IEnumerable<string> names, Func<string, JsonObject> make)
    {
        var each = new JsonObject();
        foreach (var name in names) each[name] = make(name);
        return each;
    }
}
