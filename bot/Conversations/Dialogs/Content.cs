namespace EngagementBot.Conversations.Dialogs;

/// <summary>Where in the dialogs folder a piece of content stands, so that a fault can be found.</summary>
internal sealed record Place(string Path, int Line)
{
    public DialogFault Fault(string fault) => new(Path, Line, fault);
}

/// <summary>How sure we are of what a text says: read in a source, read in an old one, generally known, or our own judgement.</summary>
public enum Confidence { Verified, VerifiedOld, General, Inferred }

/// <summary>Who answers for a text, until when, and on what it rests.</summary>
/// <param name="Owner">A role, never a name.</param>
/// <param name="ReviewedBy">The person who signed it; empty until a real one has.</param>
public sealed record Review(string Owner, DateOnly ReviewBy, string Source, Confidence Confidence, string ReviewedBy)
{
    public bool IsSigned => ReviewedBy.Length > 0;
}

/// <summary>To whom a text is said: the words kept from a young person are needed by a professional.</summary>
public enum Audience { YoungPerson, Friend, Parent, Professional }

/// <summary>One reviewed text in the wording of each channel.</summary>
/// <param name="Urgent">Must fit one SMS segment.</param>
/// <param name="Long">May be longer than a web bubble: opened on purpose, never said unasked.</param>
/// <param name="Mirrors">Words otherwise not said first, which the asker has just used.</param>
/// <param name="ChoicesOf">The step whose choices stand under it.</param>
internal sealed record ReviewedText(
    string Id,
    string Web,
    string Sms,
    UtteranceKind Kind,
    bool Urgent,
    bool Long,
    Audience Audience,
    IReadOnlyList<string> Mirrors,
    DialogStep? ChoicesOf,
    Review Review,
    Place Place)
{
    public string For(ChannelKind channel) => channel == ChannelKind.Sms ? Sms : Web;
}

/// <summary>One answer a young person can press or type.</summary>
/// <param name="Also">Other ways to say it, already normalised.</param>
/// <param name="Means">What giving this answer tells of the danger; null for most.</param>
internal sealed record Choice(string Label, IReadOnlyList<string> Also, DialogStep? Go, DialogDeed Deed, Meaning? Means, Place Place);

/// <summary>A named place in a dialog: what is said there and where it can lead.</summary>
/// <param name="TextId">The text said on arriving.</param>
/// <param name="Next">Said straight after; where it asks, only if no offer of a person follows instead.</param>
/// <param name="Else">Where words lead that are neither a choice nor a topic.</param>
/// <param name="Again">Said instead when the topic comes up a second time while standing in this dialog.</param>
/// <param name="Heard">Words that mean something grave when they answer this question.</param>
/// <param name="Ends">The dialog is over; whatever is written next starts afresh.</param>
internal sealed record Step(
    DialogStep Name,
    string TextId,
    IReadOnlyList<Choice> Choices,
    DialogStep? Next,
    DialogStep? Else,
    DialogStep? Again,
    IReadOnlyList<Meaning> Heard,
    bool Ends,
    Place Place)
{
    /// <summary>It waits for an answer, so it stands last and is left out where the offer of a person follows.</summary>
    public bool Asks => Choices.Count > 0 || Else is not null;
}

/// <summary>A group of example questions within a topic and where it leads: a step, a deed, or both.</summary>
/// <param name="Phrases">Normalised; each says plainly that this is what is meant.</param>
/// <param name="OutranksRisk">It knows the situation more closely than the categories of the risk screen do, so it answers also from level 2.</param>
/// <param name="Yields">Small words such as "ok": they start nothing while a question stands.</param>
internal sealed record TopicAnswer(
    string Topic,
    DialogStep? Go,
    DialogDeed Deed,
    bool OutranksRisk,
    bool Yields,
    IReadOnlyList<string> Phrases,
    IReadOnlyList<string> Examples,
    Place Place);

/// <summary>A topic of free text.</summary>
/// <param name="HintedBy">Risk categories that make it likelier.</param>
/// <param name="Words">Words and phrases that often come with it, so that a question worded unlike every example still finds its way.</param>
internal sealed record Topic(string Name, IReadOnlyList<RiskCategory> HintedBy, IReadOnlyList<string> Words, IReadOnlyList<TopicAnswer> Answers, Place Place);

/// <summary>Which step answers what the risk screen found. Empty lists and nulls match everything.</summary>
/// <param name="Level">The lowest level it answers.</param>
internal sealed record Route(
    RiskLevel Level,
    IReadOnlyList<Speaker> Speakers,
    IReadOnlyList<ReachableMoment> Moments,
    IReadOnlyList<RiskCategory> All,
    IReadOnlyList<RiskCategory> Any,
    DialogStep Go,
    Place Place)
{
    public bool Answers(RiskAssessment risk) =>
        risk.Level >= Level
        && (Speakers.Count == 0 || Speakers.Contains(risk.Speaker))
        && (Moments.Count == 0 || (risk.Moment is { } moment && Moments.Contains(moment)))
        && All.All(risk.Categories.Contains)
        && (Any.Count == 0 || Any.Any(risk.Categories.Contains));
}

/// <summary>The first route of a list that matches is taken.</summary>
/// <param name="InDanger">At level 4, after the emergency card.</param>
/// <param name="BeforeTopics">What was found outweighs what the words look like.</param>
/// <param name="AfterTopics">From level 2 it outweighs a topic that does not claim more; below, it answers where no topic does.</param>
internal sealed record RouteTable(IReadOnlyList<Route> InDanger, IReadOnlyList<Route> BeforeTopics, IReadOnlyList<Route> AfterTopics)
{
    public static RouteTable Empty { get; } = new([], [], []);

    public IEnumerable<Route> All => [.. InDanger, .. BeforeTopics, .. AfterTopics];
}

/// <summary>Words that must not be said, and to whom.</summary>
/// <param name="To">Audiences they are kept from; empty for all.</param>
internal sealed record BannedWords(string Words, string Why, IReadOnlyList<Audience> To);
