namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>The concepts that the code itself asks about; dialogs/risk explains each in words.</summary>
internal sealed record Cues
{
    public required int Negator { get; init; }
    public required int NotADenial { get; init; }
    public required int ClauseStart { get; init; }
    public required int Me { get; init; }
    public required int Near { get; init; }
    public required int LongAgo { get; init; }
    public required int Still { get; init; }
    public required int Fiction { get; init; }
    public required int Film { get; init; }
    public required int Study { get; init; }
    public required int Play { get; init; }
    public required int GeneralQuestion { get; init; }
    public required int WhatIf { get; init; }
    public required int Joking { get; init; }
    public required int Earnest { get; init; }
    public required int Friend { get; init; }
    public required int Child { get; init; }
    public required int Professional { get; init; }
    public required int Someone { get; init; }
    public required int Another { get; init; }
    public required int Welsh { get; init; }
    public required int OtherLanguage { get; init; }

    public static Cues Of(Func<string, int> number) => new()
    {
        Negator = number("<negator>"),
        NotADenial = number("<not-a-denial>"),
        ClauseStart = number("<clause-start>"),
        Me = number("<me>"),
        Near = number("<near>"),
        LongAgo = number("<long-ago>"),
        Still = number("<still>"),
        Fiction = number("<fiction>"),
        Film = number("<film>"),
        Study = number("<study>"),
        Play = number("<play>"),
        GeneralQuestion = number("<general-question>"),
        WhatIf = number("<what-if>"),
        Joking = number("<joking>"),
        Earnest = number("<earnest>"),
        Friend = number("<friend-of-mine>"),
        Child = number("<child-of-mine>"),
        Professional = number("<professional>"),
        Someone = number("<someone-else>"),
        Another = number("<another-person>"),
        Welsh = number("<welsh>"),
        OtherLanguage = number("<other-language>"),
    };
}
