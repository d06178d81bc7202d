using System.Security.Cryptography;
using System.Text;
using EngagementBot.Contracts;
using EngagementBot.Conversations;

namespace EngagementBot.HandoffConsole.SignIn;

/// <summary>Who may sign in with a password.</summary>
public sealed class Accounts(IReadOnlyList<DemoAccount> accounts)
{
    private static readonly byte[] Nobody = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    /// <summary>The caseworker, or null. A wrong password and an unknown name take the same time.</summary>
    public TicketHolder? Find(string user, string password)
    {
        var account = accounts.FirstOrDefault(one => string.Equals(one.User, user, StringComparison.OrdinalIgnoreCase));
        var expected = account is null ? Nobody : Digest(account.Password);
        var matches = CryptographicOperations.FixedTimeEquals(Digest(password), expected);

        return matches && account is not null
            ? new TicketHolder(new Caseworker(new CaseworkerId(account.User), account.Alias), account.Role)
            : null;
    }

    private static byte[] Digest(string password) => SHA256.HashData(Encoding.UTF8.GetBytes(password));
}
