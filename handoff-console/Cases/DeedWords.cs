using EngagementBot.Contracts;
using EngagementBot.Conversations.Handoff;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>What came of a press, and the choices on closing, in words.</summary>
public static class DeedWords
{
    public const string NoAnswer = "No answer from the service. Press again: it will not be done twice.";

    /// <summary>Why a deed was refused; null when it was done. A null receipt means that no answer came.</summary>
    public static string? Refusal(DeedReceipt? receipt) => receipt is null ? NoAnswer : receipt.Result switch
    {
        DeedResult.Done => null,
        DeedResult.HeldByAnother => $"{receipt.Owner?.Alias ?? "Another caseworker"} holds this case.",
        DeedResult.NotYours => "This case is not yours to do that with.",
        DeedResult.NotOpen => "This case is not open.",
        DeedResult.UnseenMessages => "New messages have arrived. Read them, then press Send again. Your words are kept.",
        DeedResult.OutcomeMissing => "Choose an outcome.",
        DeedResult.SharingDecisionMissing => "Choose a sharing decision: levels High and Immediate need one.",
        DeedResult.SecondLookNeeded => null,
        DeedResult.TextsStopped => "The young person has stopped texts. Nothing goes out until they write.",
        DeedResult.OutOfReach => "There is no way to reach the young person until they write. Your words are kept.",
        DeedResult.LevelTooLow => "What is hidden can be shown at levels High and Immediate only.",
        DeedResult.Invalid => "That was not accepted. A reason has 3 to 500 characters.",
        DeedResult.SentenceTooNear => "Your sentence is too near the young person's own words. Say it in another way, with other details.",
    };

    public static string Of(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.ReachedAPerson => "reached a person",
        CaseOutcome.AgreedStep => "agreed a step",
        CaseOutcome.ReferralAccepted => "referral accepted",
        CaseOutcome.NoReply => "no reply",
        CaseOutcome.NotAConcern => "not a concern",
    };

    public static string Of(Tone tone) => tone switch
    {
        Tone.Neutral => "Neutral",
        Tone.Positive => "Positive",
        Tone.Negative => "Negative",
        Tone.Mixed => "Mixed",
    };

    public static string Of(SharingDecision sharing) => sharing switch
    {
        SharingDecision.NotNeeded => "not needed",
        SharingDecision.SharedWithConsent => "shared with consent",
        SharingDecision.SharedWithoutConsent => "shared without consent",
        SharingDecision.NotShared => "not shared",
    };
}
