using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using EngagementBot.Benchmarks;

if (args is ["percentiles"])
{
    var readers = new Readers();
    Console.WriteLine($"{readers.Phrases} plain phrases for the baselines.");
    Percentiles.Print(readers);
    return;
}

// In this process: the projects that BenchmarkDotNet would generate know nothing of central versions and lock files.
BenchmarkRunner.Run<Screening>(DefaultConfig.Instance.WithArtifactsPath(Path.Combine("artifacts", "benchmarks")).AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)), args);
