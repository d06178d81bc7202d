using System.Diagnostics;
using System.Text;

namespace EngagementBot.Host.Tests.Support;

/// <summary>Bot and console as the operator starts them, in a process that can be killed.</summary>
internal sealed class LocalProcess : IDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder errors = new();
    private readonly TaskCompletionSource announced = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool disposed;

    private LocalProcess(Process process) => this.process = process;

    public string Output => Locked(output);

    public string Errors => Locked(errors);

    public int ExitCode => process.ExitCode;

    public Uri Chat => Address("Chat:");

    public Uri Console => Address("Console:");

    public static LocalProcess Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var argument in arguments.Prepend(Repository.LocalProgram)) start.ArgumentList.Add(argument);

        var local = new LocalProcess(new Process { StartInfo = start });
        local.process.OutputDataReceived += (_, line) => local.Hear(line.Data);
        local.process.ErrorDataReceived += (_, line) => Keep(local.errors, line.Data);
        local.process.Start();
        local.process.BeginOutputReadLine();
        local.process.BeginErrorReadLine();
        return local;
    }

    /// <summary>Waits for the last line of the start-up report, or says what was printed instead.</summary>
    public async Task ReadyAsync(CancellationToken cancelled)
    {
        var ended = process.WaitForExitAsync(cancelled);
        var first = await Task.WhenAny(announced.Task, ended);
        if (first == ended) Assert.Fail($"It ended before it was ready: {Output} {Errors}");
    }

    public async Task<int> EndAsync(CancellationToken cancelled)
    {
        await process.WaitForExitAsync(cancelled);
        return process.ExitCode;
    }

    /// <summary>SIGKILL: no warning, nothing flushed.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>What Ctrl-C and a service manager's stop send.</summary>
    public void Interrupt(string signal)
    {
        using var kill = Process.Start("kill", [signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (disposed) return;
        disposed = true;
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }

    private Uri Address(string label)
    {
        var line = Output.Split('\n').First(one => one.StartsWith(label, StringComparison.Ordinal));
        return new Uri(line[label.Length..].Trim());
    }

    private void Hear(string? line)
    {
        Keep(output, line);
        if (line?.StartsWith("Stop:", StringComparison.Ordinal) == true) announced.TrySetResult();
    }

    private static void Keep(StringBuilder kept, string? line)
    {
        if (line is null) return;
        lock (kept) kept.Append(line).Append('\n');
    }

    private static string Locked(StringBuilder kept)
    {
        lock (kept) return kept.ToString();
    }
}
