using System.Collections.Immutable;

namespace EngagementBot.Conversations;

/// <summary>Commits whose replies a pushing channel has not confirmed yet. Web chat owes nothing: the log is its outbox.</summary>
/// <param name="Owed">Sequences, oldest first; they leave in this order.</param>
/// <param name="RetryAt">Not before this after a failure.</param>
/// <param name="Failures">In a row, for the growing pause between tries.</param>
[GenerateSerializer, Immutable]
public sealed record Outbox(
    [property: Id(0)] ImmutableList<long> Owed,
    [property: Id(1)] DateTimeOffset? RetryAt = null,
    [property: Id(2)] int Failures = 0)
{
    public static Outbox Empty { get; } = new([]);

    public bool OwesAnything => Owed.Count > 0;

    public Outbox Owing(long sequence) => this with { Owed = Owed.Add(sequence) };

    public Outbox DeliveredThrough(long sequence) => new(Owed.RemoveAll(owed => owed <= sequence));

    public Outbox FailedUntil(DateTimeOffset retryAt) => this with { RetryAt = retryAt, Failures = Failures + 1 };
}
