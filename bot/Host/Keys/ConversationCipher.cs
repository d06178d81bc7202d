using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EngagementBot.Conversations;

namespace EngagementBot.Host.Keys;

/// <summary>Seals what belongs to one conversation under its own data key: AES-256-GCM, a random nonce each time, and the place it
/// belongs to as associated data, so that a sealed commit cannot be moved. Form: nonce (12), tag (16), ciphertext.</summary>
internal sealed class ConversationCipher(ConversationKey conversation, byte[] dataKey) : IDisposable
{
    public const int KeyBytes = 32;

    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const long ContactPlace = -1;

    private readonly AesGcm aes = new(dataKey, TagBytes);

    public byte[] SealCommit(long sequence, ReadOnlySpan<byte> plain) => Seal(Place(sequence), plain);

    /// <exception cref="CryptographicException">Not sealed here, or altered.</exception>
    public byte[] OpenCommit(long sequence, ReadOnlySpan<byte> sealedBytes) => Open(Place(sequence), sealedBytes);

    public byte[] SealContact(ReadOnlySpan<byte> plain) => Seal(Place(ContactPlace), plain);

    /// <inheritdoc cref="OpenCommit"/>
    public byte[] OpenContact(ReadOnlySpan<byte> sealedBytes) => Open(Place(ContactPlace), sealedBytes);

    public void Dispose() => aes.Dispose();

    private byte[] Seal(byte[] place, ReadOnlySpan<byte> plain)
    {
        var result = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = result.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        aes.Encrypt(nonce, plain, result.AsSpan(NonceBytes + TagBytes), result.AsSpan(NonceBytes, TagBytes), place);
        return result;
    }

    private byte[] Open(byte[] place, ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes) throw new CryptographicException("A sealed value is too short to be one.");

        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), plain, place);
        return plain;
    }

    private byte[] Place(long number)
    {
        var place = new byte[sizeof(long) + conversation.Value.Length];
        BinaryPrimitives.WriteInt64BigEndian(place, number);
        Encoding.ASCII.GetBytes(conversation.Value, place.AsSpan(sizeof(long)));
        return place;
    }
}
