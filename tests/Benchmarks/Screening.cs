using BenchmarkDotNet.Attributes;

namespace EngagementBot.Benchmarks;

/// <summary>Mean time and memory of one message, by BenchmarkDotNet. One call reads the next message of its kind.</summary>
[MemoryDiagnoser]
public class Screening
{
    private readonly Readers readers = new();
    private string[] messages = [];
    private int at;

    [Params(Kind.Brief, Kind.Lengthy, Kind.Hostile)]
    public Kind Kind { get; set; }

    [GlobalSetup]
    public void Prepare() => messages = Messages.Of(Kind);

    [Benchmark]
    public int Rules() => readers.Rules(Next());

    [Benchmark]
    public int RulesAndNgrams() => readers.RulesAndNgrams(Next());

    [Benchmark]
    public int WholeScreen() => readers.WholeScreen(Next());

    [Benchmark(Baseline = true)]
    public int Alternation() => readers.Alternation(Next());

    [Benchmark]
    public int OneByOne() => readers.OneByOne(Next());

    private string Next() => messages[at++ % messages.Length];
}
