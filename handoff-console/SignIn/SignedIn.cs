using System.Security.Claims;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace EngagementBot.HandoffConsole.SignIn;

/// <summary>A caseworker as claims in the session cookie, and back.</summary>
internal static class SignedIn
{
    private const string Id = "sub";
    private const string Alias = "alias";
    private const string Role = "role";

    public static ClaimsPrincipal Principal(TicketHolder holder) => new(new ClaimsIdentity(
        [
            new Claim(Id, holder.Caseworker.Id.Value),
            new Claim(Alias, holder.Caseworker.Alias),
            new Claim(Role, holder.Role.ToString()),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme, Alias, Role));

    /// <summary>The caseworker, or null for somebody who has not signed in.</summary>
    public static TicketHolder? Holder(ClaimsPrincipal user) =>
        user.FindFirst(Id)?.Value is { } id
        && user.FindFirst(Alias)?.Value is { } alias
        && Enum.TryParse<CaseworkerRole>(user.FindFirst(Role)?.Value, out var role)
            ? new TicketHolder(new Caseworker(new CaseworkerId(id), alias), role)
            : null;
}
