using System.Globalization;
using EngagementBot.Host.AzureLanguage;
using EngagementBot.Host.Channels.DirectLine;
using EngagementBot.Host.Security;

namespace EngagementBot.Host.Start;

/// <summary>Reads settings and says in one line what is wrong with one, and how to mend it.</summary>
public static class SettingsReader
{
    public const string DefaultBotUrl = "http://127.0.0.1:5080";

    /// <summary>Every key the service knows, by section; an unknown one is a slip of the pen and stops the start.</summary>
    private static readonly Dictionary<string, string[]> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Bot"] = ["Url", "ExitUrl", "OperatorName"],
        ["Console"] = ["Url", "DemoAccounts"],
        ["Data"] = ["Directory"],
        ["Cluster"] = ["SiloPort", "GatewayPort"],
        ["Keys"] = ["Names", "KeyEncryption", "DirectLine", "CaseworkerTicket"],
        ["DirectLine"] = ["Secret", "TokenLifetime", "AllowedOrigins"],
        ["BotFramework"] = ["AllowedServiceUrls"],
        ["Azure"] = ["Language"],
        ["Azure:Language"] = ["Enabled", "Endpoint", "Key"],
        ["Risk"] = ["AllowUnsignedModel"],
        ["Limits"] = ["Burst", "PerSecond", "AppPerSecond"],
    };

    /// <exception cref="StartFault">A key is unknown or a value cannot be used.</exception>
    public static BotSettings Read(IConfiguration configuration, bool development)
    {
        RefuseUnknownKeys(configuration);
        return new BotSettings
        {
            Url = Address(configuration, "Bot:Url", DefaultBotUrl),
            DataDirectory = DataDirectory(configuration),
            SiloPort = Port(configuration, "Cluster:SiloPort"),
            GatewayPort = Port(configuration, "Cluster:GatewayPort"),
            Development = development,
            DirectLine = DirectLine(configuration, development),
            Flood = new FloodSettings(
                Number(configuration, "Limits:Burst", 60, 30), Number(configuration, "Limits:PerSecond", 5, 1), Number(configuration, "Limits:AppPerSecond", 20_000, 1)),
            ServiceUrls = [.. List(configuration, "BotFramework:AllowedServiceUrls").Select(url => Absolute("BotFramework:AllowedServiceUrls", url))],
            AzureLanguage = AzureLanguage(configuration, development),
            ExitUrl = Address(configuration, "Bot:ExitUrl", "https://www.bbc.co.uk/weather"),
            AllowUnsignedModel = Switch(configuration, "Risk:AllowUnsignedModel"),
            OperatorName = configuration["Bot:OperatorName"] ?? "",
        };
    }

    /// <summary>Where this configuration keeps its data: an absolute path.</summary>
    public static string DataDirectory(IConfiguration configuration) =>
        Path.GetFullPath(configuration["Data:Directory"] is { Length: > 0 } folder ? folder : "data");

    public static Uri Address(IConfiguration configuration, string key, string fallback) =>
        Absolute(key, configuration[key] is { Length: > 0 } set ? set : fallback);

    /// <summary>What is typed on the command line is meant; a slip there would start the service on other addresses or data than wanted.</summary>
    /// <exception cref="StartFault">An argument is not of the form --Section:Key=value, or names no setting.</exception>
    public static void RefuseUnknownArguments(IEnumerable<string> arguments)
    {
        var waiting = false;
        foreach (var argument in arguments)
        {
            if (waiting && !argument.StartsWith('-')) waiting = false;
            else waiting = Name(argument) is { } name && IsKnown(name)
                ? !argument.Contains('=', StringComparison.Ordinal)
                : throw new StartFault($"\"{argument}\" is not a setting. Settings are given as --Bot:Url={DefaultBotUrl}; the README lists them.");
        }

        if (waiting) throw new StartFault("The last setting has no value. Settings are given as --Section:Key=value.");
    }

    private static string? Name(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) ? argument[2..].Split('=')[0] : null;

    private static bool IsKnown(string name)
    {
        var parts = name.Split(':');
        return name is "ASPNETCORE_ENVIRONMENT" or "environment" || parts[0] is "Logging"
            || (parts.Length > 1 && Known.TryGetValue(parts[0], out var keys) && keys.Contains(parts[1], StringComparer.OrdinalIgnoreCase));
    }

    public static void RefuseUnknownKeys(IConfiguration configuration)
    {
        foreach (var (section, keys) in Known)
            foreach (var child in configuration.GetSection(section).GetChildren())
                if (!keys.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                    throw new StartFault($"{section}:{child.Key} is not a setting. {section} has: {string.Join(", ", keys)}.");
    }

    private static DirectLineSettings DirectLine(IConfiguration configuration, bool development) => new(
        configuration["DirectLine:Secret"] is { Length: > 0 } secret ? secret : null,
        Duration(configuration, "DirectLine:TokenLifetime", TimeSpan.FromMinutes(30)),
        List(configuration, "DirectLine:AllowedOrigins"),
        AllowLoopback: development);

    private static AzureLanguageSettings? AzureLanguage(IConfiguration configuration, bool development)
    {
        const string section = "Azure:Language";
        if (!Flag(configuration, $"{section}:Enabled")) return null;

        if (configuration[$"{section}:Endpoint"] is not { Length: > 0 } endpoint)
            throw new StartFault($"{section}:Enabled is true, and {section}:Endpoint is missing. Give the resource's address, like https://my-resource.cognitiveservices.azure.com.");
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var url) || url.AbsolutePath != "/" || url.Query.Length > 0 || !(url.Scheme is "https" || (url.Scheme is "http" && development && url.IsLoopback)))
            throw new StartFault($"{section}:Endpoint is \"{endpoint}\". Give an https address without a path, like https://my-resource.cognitiveservices.azure.com.");

        return configuration[$"{section}:Key"] is { Length: > 0 } key && key.All(letter => char.IsAscii(letter) && !char.IsControl(letter) && !char.IsWhiteSpace(letter))
            ? new AzureLanguageSettings(url, key)
            : throw new StartFault($"{section}:Enabled is true, and {section}:Key is missing or no key. Give one of the resource's two keys, from an environment variable or a secret store.");
    }

    private static bool Flag(IConfiguration configuration, string key) =>
        configuration[key] is not { Length: > 0 } set ? false
        : bool.TryParse(set, out var flag) ? flag
        : throw new StartFault($"{key} is \"{set}\". Give true or false.");

    private static Uri Absolute(string key, string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https")
            ? url
            : throw new StartFault($"{key} is \"{value}\", which is not an address. Give one like {DefaultBotUrl}.");

    private static int Port(IConfiguration configuration, string key) => Number(configuration, key, 0, 0, 65_535);

    private static int Number(IConfiguration configuration, string key, int fallback, int least, int most = int.MaxValue)
    {
        if (configuration[key] is not { Length: > 0 } set) return fallback;

        return int.TryParse(set, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new StartFault($"{key} is \"{set}\". Give a whole number from {least}{(most < int.MaxValue ? $" to {most}" : " up")}.");
    }

    private static bool Switch(IConfiguration configuration, string key) => configuration[key] switch
    {
        null or "" => false,
        var set when bool.TryParse(set, out var on) => on,
        var set => throw new StartFault($"{key} is \"{set}\". Give true or false."),
    };

    private static TimeSpan Duration(IConfiguration configuration, string key, TimeSpan fallback)
    {
        if (configuration[key] is not { Length: > 0 } set) return fallback;

        return TimeSpan.TryParse(set, CultureInfo.InvariantCulture, out var duration) && duration > TimeSpan.Zero && duration <= TimeSpan.FromDays(1)
            ? duration
            : throw new StartFault($"{key} is \"{set}\". Give a time like 00:30:00, at most a day.");
    }

    /// <summary>A list as configuration arrays, or one value with commas.</summary>
    private static string[] List(IConfiguration configuration, string key) =>
        configuration[key] is { Length: > 0 } joined
            ? joined.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            : [.. configuration.GetSection(key).GetChildren().Select(child => child.Value ?? "")];
}
