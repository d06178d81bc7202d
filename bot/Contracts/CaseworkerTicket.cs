using System.Security.Claims;
using EngagementBot.Conversations;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace EngagementBot.Contracts;

/// <summary>Marks a grain interface that a process outside the silos may call, with a caseworker's ticket. All others are closed to it.</summary>
[AttributeUsage(AttributeTargets.Interface)]
public sealed class ForCaseworkersAttribute : Attribute;

public enum CaseworkerRole { Caseworker, Supervisor }

/// <summary>Who is calling, as proven by a ticket.</summary>
public sealed record TicketHolder(Caseworker Caseworker, CaseworkerRole Role);

/// <summary>The gateway trusts whoever reaches it, so each console call carries proof: a JWT signed with a key both processes hold,
/// valid for two minutes, in the request context under <see cref="ContextKey"/>.</summary>
public sealed class CaseworkerTickets(byte[] key, TimeProvider clock)
{
    public const string ContextKey = "caseworker-ticket";
    public const int KeyBytes = 32;
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private const string Issuer = "handoff-console";
    private const string Audience = "conversations";
    private const string AliasClaim = "alias";
    private const string RoleClaim = "role";

    private readonly SymmetricSecurityKey signingKey = new(key.Length == KeyBytes
        ? key
        : throw new ArgumentException($"A ticket key has {KeyBytes} bytes.", nameof(key)));

    public string Issue(TicketHolder holder)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            Subject = new ClaimsIdentity(
            [
                new Claim(JwtRegisteredClaimNames.Sub, holder.Caseworker.Id.Value),
                new Claim(AliasClaim, holder.Caseworker.Alias),
                new Claim(RoleClaim, holder.Role.ToString()),
            ]),
            SigningCredentials = new SigningCredentials(signingKey, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>The holder, or null when the ticket is missing, forged, expired or for something else.</summary>
    public async Task<TicketHolder?> ReadAsync(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket)) return null;

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(ticket, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = Audience,
            IssuerSigningKey = signingKey,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            LifetimeValidator = (from, until, _, _) => IsCurrent(from, until),
        });
        return result.IsValid ? Holder(result.ClaimsIdentity) : null;
    }

    private bool IsCurrent(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var skew = TimeSpan.FromSeconds(5);
        return from <= now + skew && until >= now;
    }

    private static TicketHolder? Holder(ClaimsIdentity claims) =>
        claims.FindFirst(JwtRegisteredClaimNames.Sub)?.Value is { Length: > 0 } id
        && claims.FindFirst(AliasClaim)?.Value is { Length: > 0 } alias
        && Enum.TryParse<CaseworkerRole>(claims.FindFirst(RoleClaim)?.Value, out var role)
            ? new TicketHolder(new Caseworker(new CaseworkerId(id), alias), role)
            : null;
}
