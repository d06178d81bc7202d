using System.Globalization;
using System.Text.Json;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Host.Protocol;

/// <summary>channelData on what we send: who speaks, and the name of the reviewed text.</summary>
/// <param name="Speaker">"bot" or "caseworker".</param>
/// <param name="Kind">"emergency-card", or null.</param>
internal sealed record ReplyData(string Speaker, string? TextId = null, string? Kind = null);

/// <summary>Value of a handoff event as a young person's client sees it: who is there, never why.</summary>
/// <param name="State">initiated, accepted, declined, completed or failed.</param>
internal sealed record HandoffValue(string State, string? Alias = null);

/// <summary>Turns what happened into Bot Framework activities. Activity id = conversation|sequence|n; watermark = sequence.</summary>
/// <param name="conversationId">As the channel knows it.</param>
/// <param name="channelId">Bot Framework channel id.</param>
internal sealed class ActivityMapper(ConversationKey key, string conversationId, string channelId, string userId)
{
    public const string BotId = "bot";

    private static readonly ChannelAccount Bot = new() { Id = BotId, Role = "bot" };

    /// <summary>The id of the nth activity of a commit.</summary>
    public static string ActivityId(ConversationKey key, long sequence, int n) =>
        string.Create(CultureInfo.InvariantCulture, $"{key.Value}|{sequence:D7}|{n}");

    /// <summary>All activities of a commit, the young person's own among them.</summary>
    public IEnumerable<Activity> All(LoggedCommit commit)
    {
        var n = 0;
        string? replyTo = null;
        foreach (var happened in commit.Events)
        {
            if (Map(happened) is not { } activity) continue;

            var id = ActivityId(key, commit.Sequence, n++);
            if (happened is ConversationEvent.YoungPersonWrote) replyTo = id;
            yield return activity with
            {
                Id = id,
                Timestamp = commit.At,
                ChannelId = channelId,
                Conversation = new ConversationAccount { Id = conversationId },
                ReplyToId = activity.From?.Role == "bot" ? replyTo : null,
            };
        }
    }

    /// <summary>What the commit says to the young person, as replies to <paramref name="replyToId"/> where given.</summary>
    public IEnumerable<Activity> Replies(LoggedCommit commit, string? replyToId) =>
        All(commit)
            .Where(activity => activity.From?.Role == "bot")
            .Select(activity => activity with { ReplyToId = replyToId ?? activity.ReplyToId, Recipient = new ChannelAccount { Id = userId, Role = "user" } });

    /// <summary>A sign of life that is never kept.</summary>
    public static Activity CaseworkerTyping(string alias) => new()
    {
        Type = ActivityTypes.Typing,
        From = Bot with { Name = alias },
        ChannelData = Data(new ReplyData("caseworker")),
    };

    private Activity? Map(ConversationEvent happened) => happened switch
    {
        ConversationEvent.YoungPersonWrote e => FromYoungPerson(e),
        ConversationEvent.BotSaid e => FromBot(e.Utterance),
        ConversationEvent.CaseworkerSaid e => FromCaseworker(e),
        ConversationEvent.PersonNeeded => Handoff("handoff.initiate", "initiated"),
        ConversationEvent.PersonDeclined => Handoff("handoff.status", "declined"),
        ConversationEvent.CaseClaimed e => Handoff("handoff.status", "accepted", e.By.Alias),
        ConversationEvent.LeaseLapsed e => Handoff("handoff.status", "failed", e.From.Alias),
        ConversationEvent.ReturnedToBot => Handoff("handoff.status", "completed"),
        // Waiting for a second look the caseworker no longer writes: "Ada is here" would not be true.
        ConversationEvent.SecondLookAsked => Handoff("handoff.status", "completed"),
        ConversationEvent.CaseClosed => Handoff("handoff.status", "completed"),
        _ => null,
    };

    private Activity FromYoungPerson(ConversationEvent.YoungPersonWrote wrote) => new()
    {
        Type = ActivityTypes.Message,
        From = new ChannelAccount { Id = userId, Role = "user" },
        Text = wrote.Text.Words,
        ChannelData = wrote.ClientActivityId is { } id ? JsonSerializer.SerializeToElement(new Dictionary<string, string> { ["clientActivityID"] = id }) : null,
    };

    private static Activity FromBot(Utterance said) => new()
    {
        Type = ActivityTypes.Message,
        From = Bot,
        Text = said.Text,
        TextFormat = "plain",
        InputHint = said.Choices.Count > 0 ? "expectingInput" : "acceptingInput",
        SuggestedActions = said.Choices.Count > 0
            ? new SuggestedActions([], [.. said.Choices.Select(choice => new CardAction("imBack", choice, choice))])
            : null,
        ChannelData = Data(new ReplyData("bot", said.TextId, said.Kind is UtteranceKind.EmergencyCard ? "emergency-card" : null)),
    };

    private static Activity FromCaseworker(ConversationEvent.CaseworkerSaid said) => new()
    {
        Type = ActivityTypes.Message,
        From = Bot with { Name = said.By.Alias },
        Text = said.Text.Words,
        TextFormat = "plain",
        ChannelData = Data(new ReplyData("caseworker")),
    };

    private static Activity Handoff(string name, string state, string? alias = null) => new()
    {
        Type = ActivityTypes.Event,
        From = Bot,
        Name = name,
        Value = JsonSerializer.SerializeToElement(new HandoffValue(state, alias), ProtocolJson.Default.HandoffValue),
    };

    private static JsonElement Data(ReplyData data) => JsonSerializer.SerializeToElement(data, ProtocolJson.Default.ReplyData);
}
