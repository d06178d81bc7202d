using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;

namespace EngagementBot.Host.Start;

/// <summary>Something the operator has to mend before the service can start: one line saying what and how. Exit code 1.</summary>
public sealed class StartFault(string line) : Exception(line)
{
    /// <summary>The line for what went wrong while starting, or null for a fault that is ours and not the operator's.</summary>
    public static StartFault? From(Exception fault) => fault switch
    {
        StartFault known => known,
        InvalidDataException or FormatException => new StartFault($"A settings file cannot be read: {FirstLine(fault)} Mend appsettings.json, or take it away."),
        SqliteException => new StartFault($"A database in the data folder cannot be opened: {FirstLine(fault)} Restore it from a backup, or give Data:Directory another folder."),
        IOException { InnerException: AddressInUseException } => new StartFault($"{FirstLine(fault)} Stop what uses it, or give Bot:Url or Console:Url another port."),
        InvalidOperationException when fault.Message.Contains("HTTPS", StringComparison.OrdinalIgnoreCase) =>
            new StartFault("An https address needs a certificate. Give an http address, and let a proxy in front hold the certificate."),
        _ => null,
    };

    private static string FirstLine(Exception fault) => fault.Message.Split('\n')[0].Trim();
}
