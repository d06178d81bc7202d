using System.Text.Json.Serialization;

namespace EngagementBot.Conversations.Risk;

/// <summary>How fast a person must look. 3 fetches a person unless declined; 4 shows the emergency card and queues whatever is answered.</summary>
public enum RiskLevel { None, Low, Medium, High, Immediate }

[JsonConverter(typeof(JsonStringEnumConverter<RiskCategory>))]
public enum RiskCategory
{
    [JsonStringEnumMemberName("violence-threat")] ViolenceThreat,
    [JsonStringEnumMemberName("weapon")] Weapon,
    [JsonStringEnumMemberName("injury")] Injury,
    [JsonStringEnumMemberName("suicide-self-harm")] SuicideSelfHarm,
    [JsonStringEnumMemberName("drug-debt")] DrugDebt,
    [JsonStringEnumMemberName("forced-criminality")] ForcedCriminality,
    [JsonStringEnumMemberName("internal-concealment")] InternalConcealment,
    [JsonStringEnumMemberName("sexual-exploitation")] SexualExploitation,
    [JsonStringEnumMemberName("missing-or-trafficked")] MissingOrTrafficked,
    [JsonStringEnumMemberName("cuckooing")] Cuckooing,
    [JsonStringEnumMemberName("grooming")] Grooming,
    [JsonStringEnumMemberName("family-threat")] FamilyThreat,
    [JsonStringEnumMemberName("substance-harm")] SubstanceHarm,
    [JsonStringEnumMemberName("police-custody")] PoliceCustody,
    [JsonStringEnumMemberName("bullying-exclusion")] BullyingExclusion,
    [JsonStringEnumMemberName("wants-out")] WantsOut,
    [JsonStringEnumMemberName("third-party-concern")] ThirdPartyConcern,
    [JsonStringEnumMemberName("asks-human")] AsksHuman,
}

/// <summary>The times when help is most likely to be taken (County Lines Scoping Report, 2018).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReachableMoment>))]
public enum ReachableMoment
{
    [JsonStringEnumMemberName("injured-or-hospital")] InjuredOrHospital,
    [JsonStringEnumMemberName("after-assault")] AfterAssault,
    [JsonStringEnumMemberName("arrested-or-released")] ArrestedOrReleased,
    [JsonStringEnumMemberName("in-or-leaving-custody")] InOrLeavingCustody,
    [JsonStringEnumMemberName("returned-from-missing")] ReturnedFromMissing,
    [JsonStringEnumMemberName("excluded")] Excluded,
    [JsonStringEnumMemberName("wants-out")] WantsOut,
    [JsonStringEnumMemberName("first-groomed")] FirstGroomed,
}

[JsonConverter(typeof(JsonStringEnumConverter<Speaker>))]
public enum Speaker
{
    [JsonStringEnumMemberName("self")] Self,
    [JsonStringEnumMemberName("friend")] Friend,
    [JsonStringEnumMemberName("parent")] Parent,
    [JsonStringEnumMemberName("professional")] Professional,
    [JsonStringEnumMemberName("other")] Other,
}

/// <summary>When the danger is: the second axis behind a level.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Immediacy>))]
public enum Immediacy
{
    [JsonStringEnumMemberName("hypothetical")] Hypothetical,
    [JsonStringEnumMemberName("past")] Past,
    [JsonStringEnumMemberName("ongoing")] Ongoing,
    [JsonStringEnumMemberName("dated")] Dated,
    [JsonStringEnumMemberName("now")] Now,
}

/// <summary>The exact phrase that caused a finding, as UTF-16 offsets into the message as it was written.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="Length">In UTF-16 units; at least 1.</param>
/// <param name="Category">What it speaks of.</param>
/// <param name="Rule">Name of the reviewed rule that fired; the console shows its reason.</param>
[GenerateSerializer, Immutable]
public sealed record RiskEvidence(
    [property: Id(0)] int Start,
    [property: Id(1)] int Length,
    [property: Id(2)] RiskCategory Category,
    [property: Id(3)] string Rule);

/// <summary>What the screen found in one message. Never a diagnosis: it decides how fast a person looks.</summary>
/// <param name="Level">Of this message alone.</param>
/// <param name="Severity">How bad the thing spoken of is, 0 to 4, whatever its time.</param>
/// <param name="Immediacy">When it happens.</param>
/// <param name="Categories">Without repeats, in order of weight.</param>
/// <param name="Moment">The one the message is mainly about; null at level 0.</param>
/// <param name="Speaker">Who writes; the person at risk may be another.</param>
/// <param name="Score">0 to 1, higher is more likely to need a person.</param>
/// <param name="Evidence">Never empty at level 1 or more, except where <paramref name="Failed"/>.</param>
/// <param name="Unreadable">Another language, only a link, a string of sounds: a person is asked to look.</param>
/// <param name="Failed">The screen threw; the level is High because screening never fails open.</param>
[GenerateSerializer, Immutable]
public sealed record RiskAssessment(
    [property: Id(0)] RiskLevel Level,
    [property: Id(1)] int Severity,
    [property: Id(2)] Immediacy Immediacy,
    [property: Id(3)] IReadOnlyList<RiskCategory> Categories,
    [property: Id(4)] ReachableMoment? Moment,
    [property: Id(5)] Speaker Speaker,
    [property: Id(6)] double Score,
    [property: Id(7)] IReadOnlyList<RiskEvidence> Evidence,
    [property: Id(8)] bool Unreadable = false,
    [property: Id(9)] bool Failed = false)
{
    public static RiskAssessment Nothing { get; } =
        new(RiskLevel.None, 0, Immediacy.Hypothetical, [], null, Speaker.Self, 0, []);

    /// <summary>What stands when screening itself broke: a person is needed.</summary>
    public static RiskAssessment ScreenFailed { get; } =
        Nothing with { Level = RiskLevel.High, Severity = 3, Score = 1, Failed = true };

    /// <summary>Own level 4, or something serious happening now.</summary>
    public bool CallsForEmergencyCard =>
        Level == RiskLevel.Immediate || (Severity >= 3 && Immediacy == Immediacy.Now);
}
