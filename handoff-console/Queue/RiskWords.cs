using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.HandoffConsole.Queue;

/// <summary>What levels, categories and moments are called on the page. Never a young person's words.</summary>
public static class RiskWords
{
    public static string Of(RiskLevel level) => level switch
    {
        RiskLevel.None => "None",
        RiskLevel.Low => "Low",
        RiskLevel.Medium => "Medium",
        RiskLevel.High => "High",
        RiskLevel.Immediate => "Immediate",
    };

    public static string Of(RiskCategory category) => category switch
    {
        RiskCategory.ViolenceThreat => "threat of violence",
        RiskCategory.Weapon => "weapon",
        RiskCategory.Injury => "injury",
        RiskCategory.SuicideSelfHarm => "suicide or self-harm",
        RiskCategory.DrugDebt => "drug debt",
        RiskCategory.ForcedCriminality => "forced criminality",
        RiskCategory.InternalConcealment => "concealment in the body",
        RiskCategory.SexualExploitation => "sexual exploitation",
        RiskCategory.MissingOrTrafficked => "missing or trafficked",
        RiskCategory.Cuckooing => "home taken over",
        RiskCategory.Grooming => "grooming",
        RiskCategory.FamilyThreat => "threat to family",
        RiskCategory.SubstanceHarm => "harm from drugs or drink",
        RiskCategory.PoliceCustody => "police or custody",
        RiskCategory.BullyingExclusion => "bullying or exclusion",
        RiskCategory.WantsOut => "wants out",
        RiskCategory.ThirdPartyConcern => "worried about someone else",
        RiskCategory.AsksHuman => "asks for a person",
    };

    public static string Of(ReachableMoment moment) => moment switch
    {
        ReachableMoment.InjuredOrHospital => "injured or in hospital",
        ReachableMoment.AfterAssault => "after an assault",
        ReachableMoment.ArrestedOrReleased => "arrested or released",
        ReachableMoment.InOrLeavingCustody => "in or leaving custody",
        ReachableMoment.ReturnedFromMissing => "back from missing",
        ReachableMoment.Excluded => "excluded",
        ReachableMoment.WantsOut => "wants out",
        ReachableMoment.FirstGroomed => "first groomed",
    };

    /// <summary>For the queue, where room is short.</summary>
    public static string InBrief(ReachableMoment moment) => moment switch
    {
        ReachableMoment.InjuredOrHospital => "injured",
        ReachableMoment.AfterAssault => "after assault",
        ReachableMoment.ArrestedOrReleased => "arrest or release",
        ReachableMoment.InOrLeavingCustody => "custody",
        ReachableMoment.ReturnedFromMissing => "back from missing",
        ReachableMoment.Excluded => "excluded",
        ReachableMoment.WantsOut => "wants out",
        ReachableMoment.FirstGroomed => "first groomed",
    };

    public static string Of(Speaker speaker) => speaker switch
    {
        Speaker.Self => "the young person",
        Speaker.Friend => "a friend",
        Speaker.Parent => "a parent or carer",
        Speaker.Professional => "a professional",
        Speaker.Other => "somebody else",
    };

    public static string Of(ChannelKind channel) => channel switch
    {
        ChannelKind.Web => "web",
        ChannelKind.Sms => "text",
        ChannelKind.Other => "another channel",
    };

    /// <summary>How what is sent reaches the young person.</summary>
    public static string By(ChannelKind channel) => channel switch
    {
        ChannelKind.Web => "on web",
        ChannelKind.Sms => "by text",
        ChannelKind.Other => "on another channel",
    };

    public static string Of(HandoffCause cause) => cause switch
    {
        HandoffCause.Risk => "risk",
        HandoffCause.Asked => "asked for",
        HandoffCause.ScreenFailed => "the risk screen failed",
        HandoffCause.DialogFailed => "the dialog failed",
    };

    public static string LanguageTag(string tag) => tag.Split('-')[0].ToUpperInvariant();

    public static string Language(string tag) => LanguageTag(tag) switch
    {
        "EN" => "English",
        "CY" => "Welsh",
        var other => other,
    };

    /// <summary>The categories in one line: why this case is here.</summary>
    public static string Why(IReadOnlyList<RiskCategory> categories, string none = "Nothing named: open it and read") => categories.Count == 0
        ? none
        : Sentence(string.Join(", ", categories.Select(Of)));

    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
