using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using EngagementBot.Conversations;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Protocol;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Channels.Connector;

/// <summary>How to reach a conversation on its channel. A service URL and ids identify a person, so a reference is sealed under its
/// conversation's key and kept in the contact vault only.</summary>
internal sealed class ContactBook(IContactVault vault, ConversationKeys keys)
{
    private const int MostRemembered = 20_000;

    // Digests of what the vault holds already, so that an unchanged reference is not written with every message.
    private readonly ConcurrentDictionary<ConversationKey, string> written = new();

    public async Task RememberAsync(ConversationKey key, Activity activity)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(Reference(activity), StorageJson.Default.ConversationReference);
        var digest = Convert.ToHexString(SHA256.HashData(plain));
        if (written.TryGetValue(key, out var known) && known == digest) return;

        using var cipher = await keys.FindAsync(key) ?? await keys.CreateAsync(key);
        await vault.WriteAsync(key, cipher.SealContact(plain));
        if (written.Count >= MostRemembered) written.Clear();
        written[key] = digest;
    }

    /// <summary>Null when the conversation has no address, or its key has been destroyed.</summary>
    public async Task<ConversationReference?> FindAsync(ConversationKey key)
    {
        if (await vault.ReadAsync(key) is not { } sealedContact) return null;

        using var cipher = await keys.FindAsync(key);
        return cipher is null ? null : JsonSerializer.Deserialize(cipher.OpenContact(sealedContact), StorageJson.Default.ConversationReference);
    }

    private static ConversationReference Reference(Activity activity) => new()
    {
        ServiceUrl = activity.ServiceUrl,
        ChannelId = activity.ChannelId,
        Conversation = activity.Conversation,
        User = activity.From,
        Bot = activity.Recipient,
    };
}
