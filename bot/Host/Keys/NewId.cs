using System.Security.Cryptography;
using EngagementBot.Conversations;

namespace EngagementBot.Host.Keys;

/// <summary>The one place ids come from: 128 random bits, URL-safe.</summary>
public static class NewId
{
    public static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static OperationId Operation() => new(Random());
}
