namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>One reviewed rule: what it means when its phrases are found, and who answers for it.</summary>
internal sealed record RiskRule
{
    /// <summary>Unique over all files; evidence carries it and the console shows its reason.</summary>
    public required string Name { get; init; }

    public required RuleSource About { get; init; }

    /// <summary>The first is what the evidence is marked with.</summary>
    public required IReadOnlyList<RiskCategory> Categories { get; init; }

    public required int Severity { get; init; }

    public required Immediacy Immediacy { get; init; }

    /// <summary>The severity where the time spoken of is today or sooner ("now, tonight, on the way = 4").</summary>
    public required int Near { get; init; }

    /// <summary>What the level may fall to where the thing is long over and settled.</summary>
    public required int Past { get; init; }

    /// <summary>What it falls to beside "lol" or "jk"; the severity itself for what must not be softened.</summary>
    public required int Joking { get; init; }

    /// <summary>Whether "not" in front of it takes it back.</summary>
    public required bool Negatable { get; init; }

    /// <summary>Whether a game, film, song or lesson in the same sentence explains it.</summary>
    public required bool Framable { get; init; }

    /// <summary>One sign among others: two different ones weigh more than one.</summary>
    public required bool Indicator { get; init; }

    /// <summary>Adds weight only in a conversation that is already raised (CTX).</summary>
    public required bool OnlyWhenRaised { get; init; }

    /// <summary>Stands by itself. The others are words that are often innocent: they count where the model, if there is one, can agree.</summary>
    public required bool Firm { get; init; }

    public ReachableMoment? Moment { get; init; }

    /// <summary>Concepts that keep it silent anywhere in the message.</summary>
    public required IReadOnlyList<int> Unless { get; init; }
}

/// <summary>Where a rule or idiom comes from, with the sentences that prove it.</summary>
internal sealed record RuleSource(
    string Path,
    int Line,
    string Owner,
    string Language,
    string Region,
    string ReviewBy,
    string Source,
    string ReviewedBy,
    IReadOnlyList<string> Fires,
    IReadOnlyList<string> DoesNotFire);

/// <summary>A harmless saying: the words it covers are not read by any rule.</summary>
internal sealed record Idiom(string Name, RuleSource About, IReadOnlyList<int> Unless);

/// <summary>Phrases of one rule that must all be found, near each other.</summary>
internal sealed record Conjunction(int Rule, IReadOnlyList<int> Parts);
