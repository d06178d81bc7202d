namespace EngagementBot.HandoffConsole.SignIn;

/// <summary>A console that nobody, or anybody, could sign in to does not start.</summary>
internal static class SignInRules
{
    public static void Check(IHostEnvironment environment, IConfiguration configuration)
    {
        if (environment.IsDevelopment()) return;

        if (string.Equals(configuration["Console:DemoAccounts"], "true", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException(
                $"Console:DemoAccounts is set in {environment.EnvironmentName}: demo accounts exist in Development only. Remove it.");

        throw new InvalidOperationException(
            $"Nobody could sign in to the console in {environment.EnvironmentName}: Console:OpenIdConnect is missing, " +
            "and this version signs in with the demo accounts of Development only.");
    }
}
