using System.Text.RegularExpressions;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Transcripts;

/// <summary>Tells what a caseworker does from what a caseworker says.</summary>
internal static partial class DeedReader
{
    /// <summary>Null where it begins like a deed and is none: it must not pass as words.</summary>
    public static CaseworkerDeed? Read(string written)
    {
        if (written == "takes the conversation") return new CaseworkerDeed.Take();
        if (written == "agrees to the closing") return new CaseworkerDeed.AgreeToClosing();
        if (written == "returns the conversation to the bot") return new CaseworkerDeed.ReturnToBot("");
        if (Returning().Match(written) is { Success: true } returning) return new CaseworkerDeed.ReturnToBot(returning.Groups[1].Value);
        if (Closing().Match(written) is { Success: true } closing) return Close(closing.Groups[1].Value, closing.Groups[2].Value);
        if (Lowering().Match(written) is { Success: true } lowering && Names.Level(lowering.Groups[1].Value) is { } level)
            return new CaseworkerDeed.LowerLevel(level, lowering.Groups[2].Value);
        if (Unsealing().Match(written) is { Success: true } unsealing && Names.Of<IdentifierKind>(unsealing.Groups[1].Value) is { } kind)
            return new CaseworkerDeed.Unseal(kind, unsealing.Groups[2].Value);

        if (Correcting().Match(written) is { Success: true } correcting) return Correct(correcting.Groups[1].Value, correcting.Groups[2].Value, correcting.Groups[3].Value);

        return LikeADeed().IsMatch(written) ? null : new CaseworkerDeed.Say(written);
    }

    private static CaseworkerDeed.Close? Close(string outcome, string sharing)
    {
        if (Names.Of<CaseOutcome>(outcome) is not { } came) return null;
        if (sharing.Length == 0) return new CaseworkerDeed.Close(new Closing(came, null));

        return Names.Of<SharingDecision>(sharing) is { } shared ? new CaseworkerDeed.Close(new Closing(came, shared)) : null;
    }

    private static CaseworkerDeed.Correct? Correct(string kind, string digit, string named)
    {
        var categories = named.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(Names.Of<RiskCategory>).ToList();
        if (Names.Level(digit) is not { } level || categories.Contains(null)) return null;

        return new CaseworkerDeed.Correct(kind == "missed" ? CorrectionKind.Missed : CorrectionKind.NotRisk, level, [.. categories.OfType<RiskCategory>()]);
    }

    [GeneratedRegex("^returns the conversation to the bot, because (.+)$")]
    private static partial Regex Returning();

    [GeneratedRegex("^closes the conversation, ([a-z-]+)(?:, ([a-z-]+))?$")]
    private static partial Regex Closing();

    [GeneratedRegex("^lowers the level to ([0-4]), because (.+)$")]
    private static partial Regex Lowering();

    [GeneratedRegex("^opens the ([a-z]+)(?:, because (.+))?$")]
    private static partial Regex Unsealing();

    [GeneratedRegex("^notes that this was (missed|not risk), level ([0-4])((?:, [a-z-]+)*)$")]
    private static partial Regex Correcting();

    [GeneratedRegex("^(takes|agrees|returns|closes|lowers|opens|notes) ")]
    private static partial Regex LikeADeed();
}
