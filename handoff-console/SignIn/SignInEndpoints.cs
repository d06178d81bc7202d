using EngagementBot.HandoffConsole.Feeds;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EngagementBot.HandoffConsole.SignIn;

/// <summary>Signing in and out: plain forms that work before any script has loaded.</summary>
internal static class SignInEndpoints
{
    public const string ReturnParameter = "returnUrl";

    private const string Wrong = "The user name or the password is wrong.";
    private const string Stale = "This page was too old. Please sign in again.";
    private const string TooMany = "Too many tries for this account. Wait a minute, then try again.";

    public static IResult Show([FromQuery(Name = ReturnParameter)] string? returnUrl) => Page(null, "", returnUrl, StatusCodes.Status200OK);

    public static async Task<IResult> SignInAsync(
        [FromForm] string? user,
        [FromForm] string? password,
        [FromForm] string? returnUrl,
        HttpContext context,
        IAntiforgery antiforgery,
        Accounts accounts,
        SignInAttempts attempts,
        Presence presence)
    {
        if (!await antiforgery.IsRequestValidAsync(context)) return Page(Stale, "", returnUrl, StatusCodes.Status400BadRequest);

        var name = user?.Trim() ?? "";
        if (!attempts.TryBegin(name)) return Page(TooMany, name, returnUrl, StatusCodes.Status429TooManyRequests);
        if (accounts.Find(name, password ?? "") is not { } holder) return Page(Wrong, name, returnUrl, StatusCodes.Status401Unauthorized);

        presence.StartShift(holder.Caseworker.Id);
        await context.SignInAsync(SignedIn.Principal(holder), new AuthenticationProperties { IsPersistent = false });
        return Results.LocalRedirect(RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl! : "/");
    }

    public static async Task<IResult> SignOutAsync([FromForm] string? from, HttpContext context)
    {
        _ = from; // Reading a form is what makes the framework check its antiforgery token.
        await context.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }

    private static RazorComponentResult<SignInPage> Page(string? error, string user, string? returnUrl, int status) =>
        new(new Dictionary<string, object?>
        {
            [nameof(SignInPage.Error)] = error,
            [nameof(SignInPage.User)] = user,
            [nameof(SignInPage.ReturnUrl)] = RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl : null,
        })
        { StatusCode = status, PreventStreamingRendering = true };
}
