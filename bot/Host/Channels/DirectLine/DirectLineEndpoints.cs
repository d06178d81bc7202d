using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Protocol;
using EngagementBot.Host.Security;

namespace EngagementBot.Host.Channels.DirectLine;

/// <summary>Direct Line 3.0, self-hosted. Each handler: who calls, what they ask, one grain call, the answer.</summary>
internal sealed class DirectLineEndpoints(
    DirectLineAccess access, DirectLineTokens tokens, DirectLineStream stream, ChannelNames names, IGrainFactory grains, FloodLimits limits)
{
    public const string ChannelId = "directline";

    public async Task<IResult> GenerateTokenAsync(HttpRequest request)
    {
        if (access.RefuseTokenRequest(request) is { } refusal) return refusal;

        var (_, unreadable) = await BodyReader.ReadAsync(request, ProtocolJson.Default.TokenParameters);
        if (unreadable is not null) return unreadable;

        return Answer(200, new TokenHolder(tokens.NewConversationId(), DirectLineTokens.NewUserId()), null);
    }

    public async Task<IResult> RefreshTokenAsync(HttpRequest request)
    {
        var (holder, refusal) = await access.EnterByTokenAsync(request);
        return refusal ?? Answer(200, holder!, null);
    }

    public async Task<IResult> StartAsync(HttpRequest request)
    {
        var (_, unreadable) = await BodyReader.ReadAsync(request, ProtocolJson.Default.TokenParameters);
        if (unreadable is not null) return unreadable;

        var (holder, refusal) = await access.EnterByTokenAsync(request);
        if (refusal is not null) return refusal;

        var newest = await Grain(holder!.ConversationId).NewestSequenceAsync();
        return Answer(newest == 0 ? 201 : 200, holder, stream.Address(request, holder, newest));
    }

    public async Task<IResult> ReconnectAsync(HttpRequest request, string conversationId)
    {
        var (holder, refusal) = await access.EnterAsync(request, conversationId);
        if (refusal is not null) return refusal;

        // Without a watermark only what comes later is replayed.
        var newest = await Grain(conversationId).NewestSequenceAsync();
        var from = Math.Min(Watermark(request) ?? newest, newest);
        return Answer(200, holder!, stream.Address(request, holder!, from));
    }

    public async Task<IResult> ReadAsync(HttpRequest request, string conversationId)
    {
        var (holder, refusal) = await access.EnterAsync(request, conversationId);
        if (refusal is not null) return refusal;

        // A watermark from beyond the log (one that a restore has cut short) must not make its owner deaf.
        var from = Math.Min(Watermark(request) ?? 0, await Grain(conversationId).NewestSequenceAsync());
        var commits = await Grain(conversationId).ReadAsync(from);
        var mapper = Mapper(holder!);
        var newest = commits.Count > 0 ? commits[^1].Sequence : from;
        return Json(200, new ActivitySet([.. commits.SelectMany(mapper.All)], Text(newest)));
    }

    public async Task<IResult> PostAsync(HttpRequest request, string conversationId)
    {
        var (holder, refusal) = await access.EnterAsync(request, conversationId);
        if (refusal is not null) return refusal;

        var (activity, unreadable) = await BodyReader.ReadAsync(request, ProtocolJson.Default.Activity);
        if (unreadable is not null) return unreadable;
        if (activity?.Type is not { Length: > 0 } type) return Problems.MissingType;

        return type switch
        {
            ActivityTypes.Message => await TakeAsync(holder!, activity),
            ActivityTypes.Typing => await TypingAsync(conversationId),
            _ => Json(200, new ResourceResponse(NewId.Random())),
        };
    }

    public Task<IResult> StreamAsync(HttpContext context, string conversationId) => stream.ServeAsync(context, conversationId);

    public static IResult Upload() => Problems.NoFiles;

    private async Task<IResult> TakeAsync(TokenHolder holder, Activity activity)
    {
        var key = names.Conversation(ChannelId, holder.ConversationId);
        var clientId = ClientActivity.Id(activity.ChannelData);
        var message = InboundMessage.From(activity, names, key, clientId ?? activity.Id, clientId, ChannelKind.Web, Reach.Log, out var problem);
        if (problem is not null) return problem;
        if (limits.Check(key) is { } wait) return Problems.TooFast(wait);

        var receipt = await grains.GetGrain<IConversationGrain>(key.Value).ReceiveAsync(message!, ReplyRoute.Log);
        var theirs = new ActivityMapper(key, holder.ConversationId, ChannelId, holder.UserId).All(receipt.Commit)
            .First(one => one.From?.Role == "user");
        return Json(200, new ResourceResponse(theirs.Id!));
    }

    private async Task<IResult> TypingAsync(string conversationId)
    {
        await Grain(conversationId).TypingAsync();
        return Json(200, new ResourceResponse(NewId.Random()));
    }

    private IConversationGrain Grain(string conversationId) =>
        grains.GetGrain<IConversationGrain>(names.Conversation(ChannelId, conversationId).Value);

    private ActivityMapper Mapper(TokenHolder holder) =>
        new(names.Conversation(ChannelId, holder.ConversationId), holder.ConversationId, ChannelId, holder.UserId);

    private IResult Answer(int status, TokenHolder holder, string? streamUrl) => Results.Json(
        new DirectLineConversation(holder.ConversationId, tokens.Issue(holder), tokens.ExpiresIn, streamUrl),
        ProtocolJson.Default.DirectLineConversation, statusCode: status);

    private static IResult Json(int status, ActivitySet set) => Results.Json(set, ProtocolJson.Default.ActivitySet, statusCode: status);

    private static IResult Json(int status, ResourceResponse resource) => Results.Json(resource, ProtocolJson.Default.ResourceResponse, statusCode: status);

    private static string Text(long sequence) => sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Opaque to clients; the library sends an empty one at first, and one that is not ours reads as none.
    private static long? Watermark(HttpRequest request) =>
        long.TryParse(request.Query["watermark"], System.Globalization.NumberStyles.None, null, out var sequence) ? sequence : null;
}
