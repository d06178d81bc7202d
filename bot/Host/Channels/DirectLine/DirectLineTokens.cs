using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using EngagementBot.Host.Keys;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EngagementBot.Host.Channels.DirectLine;

/// <summary>Whom a token was made for.</summary>
internal sealed record TokenHolder(string ConversationId, string UserId);

internal enum TokenState { Valid, Expired, Bad }

/// <summary>Direct Line tokens: JWTs bound to one conversation and one random user, 30 minutes long. Conversation ids carry their own
/// proof, so that an id never given out is known without asking a store.</summary>
internal sealed class DirectLineTokens(ServiceKeys keys, TimeProvider clock, DirectLineSettings settings)
{
    private const string Issuer = "direct-line";
    private const string ToChat = "chat";
    private const string ToStream = "stream";
    private const string ConversationClaim = "conv";
    private const string UserClaim = "user";
    private const int ProofLength = 8;
    private static readonly TimeSpan StreamLifetime = TimeSpan.FromSeconds(60);

    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SymmetricSecurityKey signingKey = new(keys.DirectLine);

    public int ExpiresIn => (int)settings.TokenLifetime.TotalSeconds;

    public static string NewUserId() => $"dl_{NewId.Random()}";

    public string NewConversationId()
    {
        var random = NewId.Random();
        return random + Proof(random);
    }

    /// <summary>Whether this service gave the id out.</summary>
    public bool IsKnown(string conversationId) =>
        conversationId.Length > ProofLength
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(conversationId[^ProofLength..]), Encoding.UTF8.GetBytes(Proof(conversationId[..^ProofLength])));

    public string Issue(TokenHolder holder) => Issue(holder, ToChat, settings.TokenLifetime);

    /// <summary>For the stream's address: sixty seconds, and good for nothing else.</summary>
    public string IssueForStream(TokenHolder holder) => Issue(holder, ToStream, StreamLifetime);

    public Task<(TokenState State, TokenHolder? Holder)> ReadAsync(string token) => ReadAsync(token, ToChat);

    public Task<(TokenState State, TokenHolder? Holder)> ReadForStreamAsync(string token) => ReadAsync(token, ToStream);

    private string Proof(string random) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.DirectLine, Encoding.UTF8.GetBytes("conversation|" + random)))[..ProofLength];

    private string Issue(TokenHolder holder, string use, TimeSpan lifetime)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = use,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Subject = new ClaimsIdentity([new Claim(ConversationClaim, holder.ConversationId), new Claim(UserClaim, holder.UserId)]),
            SigningCredentials = new SigningCredentials(signingKey, SecurityAlgorithms.HmacSha256),
        });
    }

    private async Task<(TokenState State, TokenHolder? Holder)> ReadAsync(string token, string use)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = use,
            IssuerSigningKey = signingKey,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidateLifetime = false, // judged below, by the service's own clock
        });
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read) return (TokenState.Bad, null);

        var holder = new TokenHolder(read.GetClaim(ConversationClaim).Value, read.GetClaim(UserClaim).Value);
        return read.ValidTo <= clock.GetUtcNow().UtcDateTime ? (TokenState.Expired, holder) : (TokenState.Valid, holder);
    }
}

/// <param name="Secret">Server-side callers' secret; without one anybody may start a chat.</param>
/// <param name="AllowedOrigins">Web origins that may call; loopback origins too in Development.</param>
public sealed record DirectLineSettings(string? Secret, TimeSpan TokenLifetime, IReadOnlyList<string> AllowedOrigins, bool AllowLoopback);
