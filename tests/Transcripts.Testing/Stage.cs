using EngagementBot.Conversations;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Transcripts;

/// <summary>Words as the young person or a caseworker meets them.</summary>
/// <param name="Speaker">"bot", "young person" or a caseworker's alias.</param>
/// <param name="TextId">Of the bot's words only.</param>
public sealed record Said(string Speaker, string? TextId, string Text, IReadOnlyList<string> Choices, bool IsEmergencyCard = false)
{
    public const string Bot = "bot";
    public const string YoungPerson = "young person";

    /// <summary>The words in an event, or null where it holds none.</summary>
    public static Said? In(ConversationEvent happened) => happened switch
    {
        ConversationEvent.YoungPersonWrote e => new Said(YoungPerson, null, e.Text.Words, []),
        ConversationEvent.CaseworkerSaid e => new Said(e.By.Alias, null, e.Text.Words, []),
        ConversationEvent.BotSaid { Utterance: var words } =>
            new Said(Bot, words.TextId, words.Text, words.Choices, words.Kind is UtteranceKind.EmergencyCard),
        _ => null,
    };

    public override string ToString() => $"{Speaker}: {(TextId is null ? "" : $"({TextId}) ")}\"{Text}\"";
}

/// <summary>What caseworkers do in a transcript.</summary>
public abstract record CaseworkerDeed
{
    public sealed record Take : CaseworkerDeed;

    public sealed record Say(string Text) : CaseworkerDeed;

    public sealed record ReturnToBot(string Reason) : CaseworkerDeed;

    public sealed record Close(Closing Closing) : CaseworkerDeed;

    public sealed record AgreeToClosing : CaseworkerDeed;

    public sealed record LowerLevel(RiskLevel To, string Reason) : CaseworkerDeed;

    /// <summary>The newest covered identifier of this kind.</summary>
    public sealed record Unseal(IdentifierKind Kind, string Reason) : CaseworkerDeed;

    /// <summary>Of the young person's last message.</summary>
    public sealed record Correct(CorrectionKind Kind, RiskLevel Level, IReadOnlyList<RiskCategory> Categories) : CaseworkerDeed;
}

/// <summary>The service a transcript is played on: the pure turn, or the whole of it over HTTP.</summary>
public interface IStage : IAsyncDisposable
{
    DateTimeOffset Now { get; }

    /// <param name="number">The same number is the same message, redelivered.</param>
    Task WriteAsync(string text, int number);

    /// <summary>These have a console open, which keeps their claims alive; nobody else has.</summary>
    Task SetShiftAsync(IReadOnlyList<string> aliases);

    /// <summary>Time passes and what falls due is done. Steps are shorter than any lease.</summary>
    Task PassAsync(TimeSpan time);

    /// <summary>Why the deed was refused, in words such as "held by another"; null if it was done.</summary>
    Task<string?> DoAsync(string caseworker, CaseworkerDeed deed);

    /// <summary>What has reached the young person since this was last asked, redelivered answers included.</summary>
    Task<IReadOnlyList<Said>> ArrivedAsync();

    /// <summary>What the screen found in the newest message.</summary>
    Task<RiskAssessment> LastAssessmentAsync();

    Task<RiskLevel> ConversationLevelAsync();

    /// <summary>The line in the team's list, closed ones included; null if there never was a case.</summary>
    Task<CaseRow?> CaseAsync();

    /// <summary>The whole conversation as this caseworker can read it.</summary>
    Task<IReadOnlyList<Said>> ReadAsync(string caseworker);

    /// <summary>How many events the log holds, receipts of delivery apart.</summary>
    Task<int> EventsAsync();
}
