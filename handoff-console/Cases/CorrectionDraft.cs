using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>A correction while it is being written: holds together whatever is changed in it.</summary>
internal sealed class CorrectionDraft
{
    private readonly RiskAssessment found;
    private readonly List<RiskCategory> categories;

    public CorrectionDraft(RiskAssessment found, string language)
    {
        this.found = found;
        categories = [.. found.Categories];
        Language = InventedSentence.Languages.Contains(language) ? language : InventedSentence.Languages[0];
        Speaker = found.Speaker;
        Is(found.Level > RiskLevel.None ? CorrectionKind.NotRisk : CorrectionKind.Missed);
    }

    public CorrectionKind Kind { get; private set; }

    public RiskLevel Level { get; set; }

    public string Phrase { get; set; } = "";

    public string Sentence { get; set; } = "";

    public string Language { get; set; }

    public Speaker Speaker { get; set; }

    public Immediacy Immediacy { get; set; } = Immediacy.Ongoing;

    public ReachableMoment? Moment { get; set; }

    /// <summary>Those that make sense, lowest first.</summary>
    public IEnumerable<RiskLevel> Levels => LevelsOf(Kind, found.Level);

    public bool HasSentence => !string.IsNullOrWhiteSpace(Sentence);

    public bool NeedsACategory => Level >= RiskLevel.Medium;

    /// <summary>Names what is in it: other content is another press.</summary>
    public string Name => string.Join('|', Kind, Level, string.Join(',', Chosen), Phrase.Trim(), Language, Speaker, Immediacy, Moment, Sentence.Trim());

    private IReadOnlyList<RiskCategory> Chosen => Level is RiskLevel.None ? [] : [.. categories];

    public static IEnumerable<RiskLevel> LevelsOf(CorrectionKind kind, RiskLevel found) => Enum.GetValues<RiskLevel>().Where(level => kind switch
    {
        CorrectionKind.NotRisk => level < found,
        CorrectionKind.Missed => level >= found && level > RiskLevel.None,
    });

    public void Is(CorrectionKind kind)
    {
        Kind = kind;
        Level = kind is CorrectionKind.Missed && found.Level < RiskLevel.Immediate ? found.Level + 1 : Levels.First();
    }

    public bool Has(RiskCategory category) => categories.Contains(category);

    public void Toggle(RiskCategory category)
    {
        if (!categories.Remove(category)) categories.Add(category);
    }

    /// <summary>What has to be mended before it can be sent, or null.</summary>
    public string? Missing(string words)
    {
        if (NeedsACategory && categories.Count == 0) return "Choose at least one category: levels Medium and above need one.";
        if (Kind is CorrectionKind.Missed && Level == found.Level && categories.All(found.Categories.Contains))
            return "Choose a higher level, or a category that was missed.";

        return Phrase.Trim().Length > 0 && SpanOf(words) is null ? "The phrase does not stand in the message. Copy it as it was written, or leave it out." : null;
    }

    public RiskCorrection Of(long sequence, string words) => new(
        Kind, sequence, Level, Chosen, SpanOf(words),
        HasSentence
            ? new InventedSentence(new MessageText(Sentence.ReplaceLineEndings(" ").Trim()), Language, Level is RiskLevel.None ? null : Moment, Speaker, Immediacy)
            : null);

    private PhraseSpan? SpanOf(string words)
    {
        var phrase = Phrase.Trim();
        var start = phrase.Length == 0 ? -1 : words.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? null : new PhraseSpan(start, phrase.Length);
    }
}
