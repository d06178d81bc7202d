using System.Security.Cryptography;
using System.Text;
using EngagementBot.Conversations;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Keys;

/// <summary>A data key for each conversation, wrapped by the key-encryption key and kept in a store of its own.</summary>
internal sealed class ConversationKeys(ServiceKeys keys, IKeyStore store, TimeProvider clock)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>The cipher of a conversation that has one, else null.</summary>
    public async Task<ConversationCipher?> FindAsync(ConversationKey conversation) =>
        await store.ReadAsync(conversation) is { } wrapped ? new ConversationCipher(conversation, Unwrap(conversation, wrapped)) : null;

    /// <summary>Makes the key durable before anything is sealed with it.</summary>
    public async Task<ConversationCipher> CreateAsync(ConversationKey conversation)
    {
        var dataKey = RandomNumberGenerator.GetBytes(ConversationCipher.KeyBytes);
        if (await store.CreateAsync(conversation, Wrap(conversation, dataKey), clock.GetUtcNow()))
            return new ConversationCipher(conversation, dataKey);

        return await FindAsync(conversation)
            ?? throw new InvalidOperationException("A conversation key was there a moment ago and is gone.");
    }

    private byte[] Wrap(ConversationKey conversation, byte[] dataKey)
    {
        using var aes = new AesGcm(keys.KeyEncryption, TagBytes);
        var wrapped = new byte[NonceBytes + TagBytes + dataKey.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, NonceBytes));
        aes.Encrypt(wrapped.AsSpan(0, NonceBytes), dataKey, wrapped.AsSpan(NonceBytes + TagBytes), wrapped.AsSpan(NonceBytes, TagBytes), Name(conversation));
        return wrapped;
    }

    private byte[] Unwrap(ConversationKey conversation, ReadOnlySpan<byte> wrapped)
    {
        using var aes = new AesGcm(keys.KeyEncryption, TagBytes);
        var dataKey = new byte[wrapped.Length - NonceBytes - TagBytes];
        aes.Decrypt(wrapped[..NonceBytes], wrapped[(NonceBytes + TagBytes)..], wrapped.Slice(NonceBytes, TagBytes), dataKey, Name(conversation));
        return dataKey;
    }

    private static byte[] Name(ConversationKey conversation) => Encoding.ASCII.GetBytes(conversation.Value);
}
