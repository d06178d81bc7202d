using System.Collections.Concurrent;
using System.Net.Http.Json;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Conversations;
using EngagementBot.Host.Protocol;

namespace EngagementBot.Host.Channels.Connector;

/// <summary>Takes owed replies to their channels: in order within a conversation, at least once, each with the id the channel can know it
/// again by. One run per conversation at a time; a hanging channel holds up nobody else.</summary>
internal sealed class Courier(IHttpClientFactory clients, ContactBook contacts, ServiceUrls serviceUrls, IGrainFactory grains, ILogger<Courier> logger) : IPushDelivery
{
    public const string ClientName = "connector";

    private readonly ConcurrentDictionary<ConversationKey, byte> running = new();

    public void Wake(ConversationKey conversation)
    {
        if (running.TryAdd(conversation, 0)) _ = Task.Run(() => RunAsync(conversation));
    }

    private async Task RunAsync(ConversationKey key)
    {
        try
        {
            await DeliverAllAsync(key);
        }
        catch (Exception fault)
        {
            // Still owed and still due: the sweep comes back to it.
            ConversationLogMessages.DeliveryFailed(logger, fault.GetType().Name);
        }
        finally
        {
            running.TryRemove(key, out _);
        }
    }

    private async Task DeliverAllAsync(ConversationKey key)
    {
        var grain = grains.GetGrain<IDeliveryGrain>(key.Value);
        while (await grain.OwedAsync() is { Count: > 0 } owed)
        {
            var delivered = 0L;
            foreach (var commit in owed)
            {
                if (await TryDeliverAsync(key, commit)) delivered = commit.Sequence;
                else
                {
                    if (delivered > 0) await grain.DeliveredAsync(delivered);
                    await grain.DeliveryFailedAsync(commit.Sequence);
                    return;
                }
            }

            await grain.DeliveredAsync(delivered);
        }
    }

    private async Task<bool> TryDeliverAsync(ConversationKey key, LoggedCommit commit)
    {
        if (await contacts.FindAsync(key) is not { } reference || !serviceUrls.Allows(reference.ServiceUrl)) return false;

        var mapper = new ActivityMapper(key, reference.Conversation!.Id!, reference.ChannelId ?? "unknown", reference.User?.Id ?? "user");
        using var client = clients.CreateClient(ClientName);
        foreach (var activity in mapper.Replies(commit, null))
        {
            if (!await TryPostAsync(client, reference, activity)) return false;
        }

        return true;
    }

    private async Task<bool> TryPostAsync(HttpClient client, ConversationReference reference, Activity activity)
    {
        var addressed = activity with { From = reference.Bot ?? activity.From, ServiceUrl = reference.ServiceUrl, Recipient = reference.User };
        try
        {
            using var answer = await client.PostAsJsonAsync(ReplyAddress(reference, activity), addressed, ProtocolJson.Default.Activity);
            if (answer.IsSuccessStatusCode) return true;

            ConversationLogMessages.DeliveryFailed(logger, $"HTTP {(int)answer.StatusCode}");
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException or Polly.ExecutionRejectedException)
        {
            ConversationLogMessages.DeliveryFailed(logger, fault.GetType().Name);
        }

        return false;
    }

    private static Uri ReplyAddress(ConversationReference reference, Activity activity)
    {
        var service = reference.ServiceUrl!.TrimEnd('/');
        var conversation = Uri.EscapeDataString(reference.Conversation!.Id!);
        return activity.ReplyToId is { } replyTo
            ? new Uri($"{service}/v3/conversations/{conversation}/activities/{Uri.EscapeDataString(replyTo)}")
            : new Uri($"{service}/v3/conversations/{conversation}/activities");
    }
}
