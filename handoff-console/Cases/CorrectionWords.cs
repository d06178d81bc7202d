using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>What corrections are called on the page.</summary>
public static class CorrectionWords
{
    public static string Of(CorrectionKind kind) => kind switch
    {
        CorrectionKind.NotRisk => "This was not risk",
        CorrectionKind.Missed => "This was missed",
    };

    public static string Of(Immediacy immediacy) => immediacy switch
    {
        Immediacy.Now => "Now",
        Immediacy.Dated => "At a named time",
        Immediacy.Ongoing => "Goes on",
        Immediacy.Past => "Over",
        Immediacy.Hypothetical => "Only thought of",
    };
}
