using EngagementBot.Host.Start;

namespace EngagementBot.Host.Tests.Start;

public sealed class When_a_dialog_file_is_broken : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-book-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_start_ends_with_one_line_that_names_file_and_line()
    {
        CopyBook();
        File.AppendAllText(Path.Combine(folder, "en", "debt.yaml"), "\n  broken: [\n");

        var fault = Assert.Throws<StartFault>(() => BookFolder.Read(folder));

        Assert.Matches(@"^dialogs/en/debt\.yaml:\d+: .+ Mend the file and start again\.$", fault.Message);
    }

    [Fact]
    public void A_broken_risk_rule_stops_it_too()
    {
        CopyBook();
        var path = Path.Combine(folder, "risk", "threats.yaml");
        File.WriteAllText(path, File.ReadAllText(path).Replace("owner:", "ownr:", StringComparison.Ordinal));

        Assert.StartsWith("dialogs/risk/threats.yaml:", Assert.Throws<StartFault>(() => BookFolder.Read(folder)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_folder_says_so() =>
        Assert.Contains("dialogs folder is missing", Assert.Throws<StartFault>(() => BookFolder.Read(Path.Combine(folder, "nowhere"))).Message);

    private void CopyBook()
    {
        var whole = BookFolder.Beside(AppContext.BaseDirectory);
        foreach (var file in Directory.EnumerateFiles(whole, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(whole, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
