using System.Diagnostics;
using System.Text.Json.Nodes;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.Host.Storage;
using EngagementBot.Host.Tests.Support;

namespace EngagementBot.Host.Tests.Commands;

/// <summary>The program as a reviewer runs it, in a process of its own.</summary>
public sealed class When_a_reviewer_runs_risk_labels : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-labels-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Data => $"--Data:Directory={folder}";

    private string Examples => Path.Combine(folder, "accepted.jsonl");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_waits_is_listed_in_the_form_of_the_examples_with_its_status()
    {
        await WriteAsync("cw-a", "cw-b");

        var (exitCode, lines, _) = await RunAsync("labels", Data);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            """{"id":"cw-a","text":"mae o'n gweiddi \"rwan\" 😭","lang":"cy","level":3,"categories":["drug-debt","family-threat"],"moment":"wants-out","speaker":"friend","immediacy":"dated","tags":["correction","missed"],"status":"waiting"}""",
            lines[0].ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }).Replace("\\uD83D\\uDE2D", "😭", StringComparison.Ordinal));
        Assert.Equal("cw-b", (string?)lines[1]["id"]);
    }

    [Fact]
    public async Task What_is_decided_waits_no_longer_and_nothing_joins_the_examples_by_itself()
    {
        await WriteAsync("cw-a", "cw-b", "cw-c");

        Assert.Equal(["cw-a accepted"], Decided(await RunAsync("labels", "accept", "cw-a", Data)));
        Assert.Equal(["cw-b rejected"], Decided(await RunAsync("labels", "reject", "cw-b", "--Data:Directory", folder)));

        Assert.Equal("cw-c", (string?)Assert.Single((await RunAsync("labels", Data)).Lines)["id"]);
        Assert.False(File.Exists(Examples));
    }

    [Fact]
    public async Task Accepted_ones_join_the_file_that_is_named_each_once()
    {
        await WriteAsync("cw-a", "cw-b", "cw-c");
        await File.WriteAllTextAsync(Examples, """{"id": "cw-0", "text": "no line end"}""", Cancelled);
        await RunAsync("labels", "accept", "cw-b", Data);

        Assert.Equal(["cw-a accepted"], Decided(await RunAsync("labels", "accept", "cw-a", "--into", Examples, Data)));
        Assert.Equal(["cw-a accepted", "cw-b accepted"], Decided(await RunAsync("labels", "accept", "--into", Examples, Data)));

        var written = (await File.ReadAllLinesAsync(Examples, Cancelled)).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        Assert.Equal(["cw-0", "cw-a", "cw-b"], written.Select(line => (string?)line["id"]));
        Assert.Equal(["id", "text", "lang", "level", "categories", "moment", "speaker", "immediacy", "tags"], written[1].Select(member => member.Key));
    }

    [Fact]
    public async Task A_label_that_is_not_there_is_an_error_of_its_own_and_exit_code_1()
    {
        await WriteAsync("cw-a");

        var (exitCode, lines, _) = await RunAsync("labels", "accept", "cw-x", "cw-a", Data);

        Assert.Equal(1, exitCode);
        Assert.Equal("there is no such label", (string?)lines[0]["error"]);
        Assert.Equal("accepted", (string?)lines[1]["status"]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_appended_to_marks_nothing()
    {
        await WriteAsync("cw-a");
        await File.WriteAllTextAsync(Examples, "not JSON\n", Cancelled);

        var (exitCode, lines, errors) = await RunAsync("labels", "accept", "cw-a", "--into", Examples, Data);

        Assert.Equal((1, 0), (exitCode, lines.Count));
        Assert.Contains("Nothing was marked", errors, StringComparison.Ordinal);
        Assert.Single((await RunAsync("labels", Data)).Lines);
    }

    [Fact]
    public async Task Where_nothing_was_ever_written_nothing_is_said_and_nothing_made()
    {
        var (exitCode, lines, errors) = await RunAsync("labels", Data);

        Assert.Equal((0, 0, ""), (exitCode, lines.Count, errors));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("is not a setting", "labels", "--Dta:Directory=x")]
    [InlineData("Name the labels", "labels", "accept")]
    [InlineData("Name the labels", "labels", "reject")]
    [InlineData("is not something to do", "labels", "acept", "cw-a")]
    [InlineData("is not a setting", "labels", "reject", "cw-a", "--into=x")]
    public async Task A_slip_is_one_line_on_standard_error(string saying, params string[] arguments)
    {
        var (exitCode, lines, errors) = await RunAsync(arguments);

        Assert.Equal((1, 0), (exitCode, lines.Count));
        Assert.Contains(saying, Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_works_beside_a_running_host()
    {
        await using var bot = await TestBot.StartAsync(folder);
        var store = (IRiskLabelStore)bot.Services.GetService(typeof(IRiskLabelStore))!;
        await store.AddAsync(Label("cw-a"), new LabelPointer("theirs", 1, new OperationId("op")));

        Assert.Equal(["cw-a accepted"], Decided(await RunAsync("labels", "accept", "cw-a", Data)));

        Assert.Single(await store.ReadAsync(RiskLabelStatus.Accepted));
    }

    private static IEnumerable<string> Decided((int ExitCode, List<JsonObject> Lines, string Errors) run)
    {
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        return run.Lines.Select(line => $"{line["id"]} {line["status"]}");
    }

    private async Task WriteAsync(params string[] ids)
    {
        using var store = new SqliteRiskLabelStore(Path.Combine(folder, SqliteRiskLabelStore.FileName));
        foreach (var id in ids) await store.AddAsync(Label(id), new LabelPointer("theirs", 1, new OperationId(id)));
    }

    private static RiskLabel Label(string id) => new(
        id, "mae o'n gweiddi \"rwan\" 😭", "cy", RiskLevel.High, [RiskCategory.DrugDebt, RiskCategory.FamilyThreat], ReachableMoment.WantsOut, Speaker.Friend,
        Immediacy.Dated, CorrectionKind.Missed, RiskLabelStatus.Waiting, new DateOnly(2026, 11, 23));

    private async Task<(int ExitCode, List<JsonObject> Lines, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        foreach (var argument in new[] { Repository.HostProgram, "risk" }.Concat(arguments)) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(Cancelled);
        var output = await process.StandardOutput.ReadToEndAsync(Cancelled);
        await process.WaitForExitAsync(Cancelled);
        // Anything but JSON objects on standard output fails here.
        return (process.ExitCode, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())], await errors);
    }
}
