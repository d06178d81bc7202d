using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Protocol;
using EngagementBot.Host.Security;

namespace EngagementBot.Host.Channels.Connector;

/// <summary>POST /api/messages: an Activity as Azure Bot Service, an emulator or a load generator sends it. With deliveryMode
/// expectReplies the replies are in the answer; otherwise they are pushed to the activity's service URL.</summary>
internal sealed class MessagesEndpoint(
    ConnectorAccess access, ServiceUrls serviceUrls, ContactBook contacts, ChannelNames names, IGrainFactory grains, FloodLimits limits)
{
    private const int LongestId = 200;

    public async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        if (access.Refuse() is { } closed) return closed;

        var (activity, unreadable) = await BodyReader.ReadAsync(request, ProtocolJson.Default.Activity);
        if (unreadable is not null) return unreadable;
        if (activity?.Type is not { Length: > 0 } type) return Problems.MissingType;
        if (type is not (ActivityTypes.Message or ActivityTypes.Typing)) return Accepted(activity);
        if (activity.Conversation?.Id is not { Length: > 0 and <= LongestId }) return Problems.MissingConversation;

        return type is ActivityTypes.Message ? await TakeAsync(activity) : await TypingAsync(activity);
    }

    private async Task<IResult> TakeAsync(Activity activity)
    {
        var key = Key(activity);
        var inline = IsInline(activity);
        var pushable = serviceUrls.Allows(activity.ServiceUrl);
        if (!inline && !pushable) return Problems.BadServiceUrl;

        var reach = pushable ? Reach.Push : Reach.None;
        var message = InboundMessage.From(
            activity, names, key, activity.Id, ClientActivity.Id(activity.ChannelData), Kind(activity.ChannelId), reach, out var problem);
        if (problem is not null) return problem;
        if (limits.Check(key) is { } wait) return Problems.TooFast(wait);

        // The way back is kept before the message is: a reply owed to nobody could never be delivered.
        if (pushable) await contacts.RememberAsync(key, activity);
        var receipt = await grains.GetGrain<IConversationGrain>(key.Value).ReceiveAsync(message!, inline ? ReplyRoute.Inline : ReplyRoute.Push);
        return inline ? Replies(activity, key, receipt) : Results.Ok();
    }

    private static IResult Replies(Activity activity, ConversationKey key, TurnReceipt receipt)
    {
        var mapper = new ActivityMapper(key, activity.Conversation!.Id!, Channel(activity), activity.From?.Id ?? "user");
        return Expected([.. mapper.Replies(receipt.Commit, activity.Id)]);
    }

    private async Task<IResult> TypingAsync(Activity activity)
    {
        await grains.GetGrain<IConversationGrain>(Key(activity).Value).TypingAsync();
        return Accepted(activity);
    }

    private static IResult Accepted(Activity activity) => IsInline(activity) ? Expected([]) : Results.Ok();

    private static IResult Expected(IReadOnlyList<Activity> activities) =>
        Results.Json(new ExpectedReplies(activities), ProtocolJson.Default.ExpectedReplies);

    private static bool IsInline(Activity activity) => activity.DeliveryMode == DeliveryModes.ExpectReplies;

    // A name of its own for this door: nobody can reach a Direct Line conversation through it.
    private ConversationKey Key(Activity activity) => names.Conversation($"connector:{Channel(activity)}", activity.Conversation!.Id!);

    private static string Channel(Activity activity) => activity.ChannelId is { Length: > 0 and <= LongestId } id ? id : "unknown";

    private static ChannelKind Kind(string? channelId) => channelId switch
    {
        "sms" => ChannelKind.Sms,
        "webchat" or "directline" or "emulator" => ChannelKind.Web,
        _ => ChannelKind.Other,
    };
}
