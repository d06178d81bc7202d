using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using EngagementBot.Contracts;
using EngagementBot.Host.Conversations;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Protocol;

namespace EngagementBot.Host.Channels.DirectLine;

/// <summary>The WebSocket stream. It loops: read the log from its watermark, send, wait for a nudge or two seconds. A cut socket, a lost
/// nudge or a restart need nothing more than reading on from the watermark.</summary>
internal sealed class DirectLineStream(DirectLineTokens tokens, ConversationFeed feed, ChannelNames names, IGrainFactory grains, TimeProvider clock)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(2);

    // An empty frame now and then tells a client (and the boxes in between) that the line is alive.
    private static readonly TimeSpan SilenceAtMost = TimeSpan.FromSeconds(20);

    /// <summary>A stream address that starts after this sequence and is good for sixty seconds.</summary>
    public string Address(HttpRequest request, TokenHolder holder, long from)
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var id = Uri.EscapeDataString(holder.ConversationId);
        return string.Create(CultureInfo.InvariantCulture,
            $"{scheme}://{request.Host}{request.PathBase}/v3/directline/conversations/{id}/stream?watermark={from}&t={tokens.IssueForStream(holder)}");
    }

    public async Task<IResult> ServeAsync(HttpContext context, string conversationId)
    {
        if (!context.WebSockets.IsWebSocketRequest) return Problems.NotASocket;

        var (state, holder) = await tokens.ReadForStreamAsync(context.Request.Query["t"].ToString());
        if (state is TokenState.Expired) return Problems.TokenExpired;
        if (state is TokenState.Bad || holder!.ConversationId != conversationId) return Problems.TokenForeign;

        var watermark = long.TryParse(context.Request.Query["watermark"], NumberStyles.None, null, out var from) ? from : 0;
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            KeepAliveInterval = TimeSpan.FromSeconds(20),
            KeepAliveTimeout = TimeSpan.FromSeconds(20),
        });
        await PumpAsync(socket, holder, watermark, context.RequestAborted);
        return Results.Empty;
    }

    private async Task PumpAsync(WebSocket socket, TokenHolder holder, long watermark, CancellationToken aborted)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(aborted);
        var listening = ListenAsync(socket, ended);
        var status = WebSocketCloseStatus.NormalClosure;
        try
        {
            await SendAllAsync(socket, holder, watermark, ended.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // The client has gone; the log keeps what it has not read.
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            // The silo is going or gone: the client comes back with its watermark.
            status = WebSocketCloseStatus.EndpointUnavailable;
        }

        await ended.CancelAsync();
        await listening;
        await CloseAsync(socket, status);
    }

    private async Task SendAllAsync(WebSocket socket, TokenHolder holder, long watermark, CancellationToken ended)
    {
        var key = names.Conversation(DirectLineEndpoints.ChannelId, holder.ConversationId);
        var mapper = new ActivityMapper(key, holder.ConversationId, DirectLineEndpoints.ChannelId, holder.UserId);
        var grain = grains.GetGrain<IConversationGrain>(key.Value);
        using var nudges = await feed.FollowAsync(key);
        watermark = Math.Min(watermark, await grain.NewestSequenceAsync());
        var sentAt = clock.GetUtcNow();

        while (!ended.IsCancellationRequested)
        {
            foreach (var commit in await grain.ReadAsync(watermark))
            {
                (watermark, sentAt) = (commit.Sequence, clock.GetUtcNow());
                await SendAsync(socket, new ActivitySet([.. mapper.All(commit)], watermark.ToString(CultureInfo.InvariantCulture)), ended);
            }

            var heard = await nudges.WaitAsync(LookEvery, clock, ended);
            if (clock.GetUtcNow() - sentAt >= SilenceAtMost)
            {
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, ended);
                sentAt = clock.GetUtcNow();
            }

            foreach (var nudge in heard)
                if (nudge.TypingAlias is { } alias) await SendAsync(socket, new ActivitySet([ActivityMapper.CaseworkerTyping(alias)], null), ended);
        }
    }

    private static async Task SendAsync(WebSocket socket, ActivitySet set, CancellationToken ended)
    {
        if (set.Activities.Count == 0) return;

        var bytes = JsonSerializer.SerializeToUtf8Bytes(set, ProtocolJson.Default.ActivitySet);
        await socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, ended);
    }

    // Clients send empty frames to keep the line open; whatever comes in here is read and ignored.
    private static async Task ListenAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[1024];
        try
        {
            while (socket.State is WebSocketState.Open)
            {
                var received = await socket.ReceiveAsync(buffer, ended.Token);
                if (received.MessageType is WebSocketMessageType.Close) break;
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // Cut, or ended from our side: either way the pump stops below.
        }

        await ended.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived)) return;

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await socket.CloseOutputAsync(status, null, patience.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }
}
