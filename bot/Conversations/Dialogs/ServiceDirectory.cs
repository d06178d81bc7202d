using System.Text.RegularExpressions;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Whether a service may still be named.</summary>
internal enum ServiceStatus { InUse, Retired }

/// <summary>A helpline or service and its numbers, digits only.</summary>
internal sealed record DirectoryService(string Id, IReadOnlyList<string> Numbers, ServiceStatus Status, Place Place);

/// <summary>The services that texts may name. A number that is not here, or is retired, must reach nobody.</summary>
internal sealed partial class ServiceDirectory
{
    private readonly Dictionary<string, DirectoryService> byNumber = [];

    public static ServiceDirectory Read(IEnumerable<(string Path, string Text)> files)
    {
        var directory = new ServiceDirectory();
        foreach (var (path, text) in files)
            foreach (var service in YamlMap.Parse(path, text).Only("review", "services").Maps("services"))
                directory.Add(ReadService(service));
        return directory;
    }

    /// <summary>Faults where the words hold a phone number that is unknown or retired. Only numbers of five digits or more are looked at: 999, 111, 101 and 55 are everybody's.</summary>
    public void Check(ReviewedText text)
    {
        foreach (var digits in PhoneNumber().Matches($"{text.Web}\n{text.Sms}").Select(match => Digits(match.Value)).Where(digits => digits.Length >= 5))
        {
            if (!byNumber.TryGetValue(digits, out var service)) throw text.Place.Fault($"'{text.Id}' names the number {digits}, which services/ does not hold");
            if (service.Status == ServiceStatus.Retired) throw text.Place.Fault($"'{text.Id}' names the number {digits} of '{service.Id}', which is retired");
        }
    }

    [GeneratedRegex(@"\d(?:[\d ]*\d)?")]
    private static partial Regex PhoneNumber();

    private static string Digits(string number) => number.Replace(" ", "", StringComparison.Ordinal);

    private static DirectoryService ReadService(YamlMap service)
    {
        service.Only("id", "name", "numbers", "needs", "area", "ages", "channels", "hours", "cost", "bill", "anonymity", "status", "confidence", "last_checked");
        foreach (var key in new[] { "name", "area", "ages" }) service.Text(key);
        service.Named<Confidence>("confidence", service.Text("confidence"));
        return new DirectoryService(
            service.Text("id"),
            [.. service.Texts("numbers").Select(Digits)],
            service.Named<ServiceStatus>("status", service.Text("status")),
            service.Place);
    }

    private void Add(DirectoryService service)
    {
        foreach (var number in service.Numbers)
            if (!byNumber.TryAdd(number, service)) throw service.Place.Fault($"the number {number} is there twice");
    }
}
