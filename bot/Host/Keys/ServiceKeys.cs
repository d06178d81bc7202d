using System.Security.Cryptography;
using EngagementBot.Host.Start;

namespace EngagementBot.Host.Keys;

/// <summary>The service's own secrets, 32 bytes each. In Development they are made once and live in the data folder, so that tokens
/// and conversations survive a restart; anywhere else they are configured, and a missing one stops the start.</summary>
/// <param name="Names">Turns a channel's ids into grain keys and message ids.</param>
/// <param name="KeyEncryption">Wraps the conversations' data keys.</param>
/// <param name="DirectLine">Signs Direct Line tokens.</param>
/// <param name="CaseworkerTicket">Signs the console's tickets; the console holds the same key.</param>
public sealed record ServiceKeys(byte[] Names, byte[] KeyEncryption, byte[] DirectLine, byte[] CaseworkerTicket)
{
    public const int KeyBytes = 32;
    public const string Folder = "keys";

    public static ServiceKeys Load(IConfiguration configuration, string dataDirectory, bool development) => new(
        Load("Names", configuration, dataDirectory, development),
        Load("KeyEncryption", configuration, dataDirectory, development),
        Load("DirectLine", configuration, dataDirectory, development),
        Load("CaseworkerTicket", configuration, dataDirectory, development));

    private static byte[] Load(string name, IConfiguration configuration, string dataDirectory, bool development)
    {
        var setting = $"Keys:{name}";
        if (configuration[setting] is { Length: > 0 } configured)
            return Decode(configured) ?? throw new StartFault($"{setting} is not a key of {KeyBytes} bytes in base64. Make one with: openssl rand -base64 32");
        if (!development)
            throw new StartFault($"{setting} is missing. Outside Development every key is configured: openssl rand -base64 32");

        return FromFile(Path.Combine(dataDirectory, Folder, $"{name}.key"));
    }

    private static byte[] FromFile(string path)
    {
        if (File.Exists(path))
            return Decode(File.ReadAllText(path)) ?? throw new StartFault($"The key file {path} is damaged. Restore it from the backup; without it what was written under it stays unreadable.");

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        WriteWhole(path, Convert.ToBase64String(key));
        return key;
    }

    // A half-written key would lock out everything sealed after it: write aside, then move into place.
    private static void WriteWhole(string path, string text)
    {
        var aside = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(aside, options))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(aside, path);
    }

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length == KeyBytes ? bytes : null;
    }
}
