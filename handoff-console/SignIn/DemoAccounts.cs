using EngagementBot.Contracts;

namespace EngagementBot.HandoffConsole.SignIn;

/// <param name="Alias">How the young person meets this caseworker.</param>
public sealed record DemoAccount(string User, string Password, string Alias, CaseworkerRole Role);

/// <summary>Accounts for trying the service out. They exist in Development and nowhere else, so their passwords may be printed.</summary>
public static class DemoAccounts
{
    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("ada", "ada-demo", "Ada", CaseworkerRole.Caseworker),
        new("sam", "sam-demo", "Sam", CaseworkerRole.Caseworker),
        new("kit", "kit-demo", "Kit", CaseworkerRole.Supervisor),
    ];
}
