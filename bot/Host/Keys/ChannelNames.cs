using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using EngagementBot.Conversations;

namespace EngagementBot.Host.Keys;

/// <summary>A channel's ids identify people (the SMS channel puts a number in them), so inside the service they are known only by a
/// keyed hash.</summary>
public sealed class ChannelNames(ServiceKeys keys)
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";
    private const int NameBytes = 16;

    public ConversationKey Conversation(string channelId, string conversationId) =>
        new(Base32(Hash("conversation", channelId, conversationId).AsSpan(0, NameBytes)));

    public MessageId Message(ConversationKey conversation, string id) =>
        new(BinaryPrimitives.ReadInt64BigEndian(Hash("message", conversation.Value, id)));

    // Lengths first, so that no two pairs of ids run together into the same text.
    private byte[] Hash(string kind, string scope, string id) =>
        HMACSHA256.HashData(keys.Names, Encoding.UTF8.GetBytes($"{kind}|{scope.Length}|{scope}|{id}"));

    private static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder((bytes.Length * 8 + 4) / 5);
        int held = 0, bits = 0;
        foreach (var value in bytes)
        {
            held = (held << 8) | value;
            for (bits += 8; bits >= 5; bits -= 5) text.Append(Alphabet[(held >> (bits - 5)) & 31]);
            held &= (1 << bits) - 1;
        }

        if (bits > 0) text.Append(Alphabet[(held << (5 - bits)) & 31]);
        return text.ToString();
    }
}
