namespace EngagementBot.Transcripts.Checks;

/// <summary>Wordings that each promise or scold in the same way, as practitioners listed them.</summary>
internal static class Phrases
{
    public static IReadOnlyList<string> Secrecy { get; } =
    [
        "nobody will know", "no one will know", "nobody will ever know", "no one will ever know", "totally secret", "completely confidential",
        "our secret", "just between us", "stays between us", "won't tell anyone", "will not tell anyone", "won't tell anybody", "100%",
        "school can't see", "nobody can see", "no one can see",
    ];

    public static IReadOnlyList<string> Outcome { get; } =
    [
        "I promise", "we promise", "guarantee*", "won't take him", "won't take them", "won't take your", "will not take him", "will not take your",
        "they can't take", "everything will be fine", "everything will be ok", "it will be fine", "you will be safe", "you'll be safe",
    ];

    public static IReadOnlyList<string> Coming { get; } =
    [
        "is coming", "are coming", "will come", "is on the way", "are on the way", "on their way", "will be with you", "will join you", "will be here", "soon", "shortly",
        "in a minute", "in a moment",
    ];

    public static IReadOnlyList<string> Blame { get; } =
    [
        "why did you", "why didn't you", "you let him", "you let them", "putting yourself at risk",
        "blame yourself", "you failed",
    ];

    public static IReadOnlyList<string> Ringing { get; } =
        ["we will ring you", "we'll ring you", "I will ring you", "I'll ring you", "we will call you", "we'll call you", "I will call you", "I'll call you", "ring you back", "call you back"];

    public static IReadOnlyList<string> Scolding { get; } =
        ["illegal", "against the law", "a crime", "criminal*", "told you so", "be careful what", "bad choice*", "wrong choice*", "you must not"];

    public static IReadOnlyList<string> Trouble { get; } =
        ["you won't get in trouble", "you will not get in trouble", "you won't be in trouble", "no trouble at all", "police won't"];
}
