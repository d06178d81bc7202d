using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.HandoffConsole.Cases;
using EngagementBot.HandoffConsole.Queue;
using static EngagementBot.Conversations.ConversationEvent;

namespace EngagementBot.HandoffConsole.Transcripts;

/// <summary>What happened, in one quiet line.</summary>
internal static class HappeningWords
{
    public const string Limits = "The limits of confidentiality were shown";

    /// <summary>Null for what a caseworker need not read: steps and receipts.</summary>
    public static string? Of(ConversationEvent happened) => happened switch
    {
        Started e => $"Started {RiskWords.By(e.Channel)}, in {RiskWords.Language(e.Language)}",
        WelcomeShown => Limits,
        CaseNoticed => "Shown to the team",
        PersonNeeded e => $"Handed over: level {RiskWords.Of(e.Level)}, {RiskWords.Of(e.Cause)}",
        PersonDeclined => "The young person said no to a person for now",
        CaseClaimed e => $"Claimed by {e.By.Alias}",
        LeaseLapsed e => $"{e.From.Alias} was gone; back in the queue at its old age",
        ReturnedToBot e => e.Reason.Length > 0 ? $"Returned to the bot by {e.By.Alias}: {e.Reason}" : $"Returned to the bot by {e.By.Alias}",
        SecondLookAsked e => $"{e.By.Alias} asks for a second look. {Of(e.Closing)}",
        CaseClosed e => $"Closed by {e.By.Alias}. {Of(e.Closing)}",
        LevelLowered e => $"{e.By.Alias} lowered the level to {RiskWords.Of(e.To)}: {e.Reason}",
        RiskCorrected e => $"{e.By.Alias} corrected the screen. {InBrief(e)}",
        Escalated e => $"Nobody has taken it in time: alarm {e.Rung}",
        SilenceNoticed => "The young person has gone quiet",
        TextsStopped => "The young person stopped texts. Nothing goes out until they write",
        TextsRestarted => "The young person allows texts again",
        IdentifierUseAnswered { Yes: true } => "The young person says a person may use what they wrote to get help to them",
        IdentifierUseAnswered => "The young person does not want a person to use what they wrote to get help to them",
        IdentifierUnsealed e => $"{e.By.Alias} was shown a hidden {Masking.NameOf(e.Kind)}: {e.Reason}",
        DeliveryFailed e => $"Not delivered. The next try is at {Moments.Clock(e.RetryAt)}",
        _ => null,
    };

    /// <summary>Beside the message it speaks of.</summary>
    public static string InBrief(RiskCorrected correction) =>
        $"{CorrectionWords.Of(correction.Kind)}: level {RiskWords.Of(correction.Level)}{string.Concat(correction.Categories.Select(category => $", {RiskWords.Of(category)}"))}";

    public static bool IsLoud(ConversationEvent happened) =>
        happened is Escalated or SilenceNoticed or TextsStopped or DeliveryFailed or LeaseLapsed or IdentifierUseAnswered;

    private static string Of(Closing closing) => closing.Sharing is { } sharing
        ? $"Outcome: {DeedWords.Of(closing.Outcome)}. Sharing: {DeedWords.Of(sharing)}"
        : $"Outcome: {DeedWords.Of(closing.Outcome)}";
}
