using EngagementBot.HandoffConsole.SignIn;

namespace EngagementBot.HandoffConsole;

/// <summary>Every route of the console. What is not here is denied: the fallback policy asks for a signed-in caseworker.</summary>
internal static class ConsoleRoutes
{
    public static void Map(WebApplication app)
    {
        var assets = AssetManifest();

        // route                       who may call          how that is checked                 handler
        app.MapGet("/sign-in", SignInEndpoints.Show) /*       anyone                nothing to check                    */.AllowAnonymous();
        app.MapPost("/sign-in", SignInEndpoints.SignInAsync) /* anyone              antiforgery (by the handler, so that a stale form gets a sentence), tries per account */
            .AllowAnonymous().DisableAntiforgery();
        app.MapPost("/sign-out", SignInEndpoints.SignOutAsync); /* caseworker       session cookie, antiforgery         */
        app.MapStaticAssets(assets) /*                        anyone                style sheets and scripts only       */.AllowAnonymous();
        app.MapRazorComponents<App>() /*   / and /case/{key}  caseworker            session cookie; the grain checks each deed */
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null)
            .WithStaticAssets(assets);
    }

    /// <summary>The console's own list of assets where it lies beside us, else (null) that of the program hosting us.</summary>
    private static string? AssetManifest()
    {
        var own = Path.Combine(AppContext.BaseDirectory, "EngagementBot.HandoffConsole.staticwebassets.endpoints.json");
        return File.Exists(own) ? own : null;
    }
}
