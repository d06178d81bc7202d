using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace EngagementBot.HandoffConsole.SignIn;

internal static class SignInServices
{
    public static readonly TimeSpan Session = TimeSpan.FromHours(8);

    public static void AddConsoleSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.LoginPath = "/sign-in";
            cookie.AccessDeniedPath = "/sign-in";
            cookie.ReturnUrlParameter = SignInEndpoints.ReturnParameter;
            cookie.ExpireTimeSpan = Session;
            cookie.SlidingExpiration = true;
            Harden(cookie.Cookie, "desk");
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(antiforgery => Harden(antiforgery.Cookie, "form"));
        services.AddCascadingAuthenticationState();
        services.AddSingleton(new Accounts(DemoAccounts.All));
        services.AddSingleton<SignInAttempts>();
    }

    private static void Harden(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
