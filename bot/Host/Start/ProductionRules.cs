using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;

namespace EngagementBot.Host.Start;

/// <summary>What Development may do and Production may not.</summary>
internal static class ProductionRules
{
    /// <summary>Nobody may be told these in earnest before a person has signed them.</summary>
    private static readonly string[] SignedBeforeUse =
        [HandoffTexts.EmergencyCard, HandoffTexts.PeopleAlerted, HandoffTexts.PeopleClaimed, HandoffTexts.PeopleNobody, WelcomeTexts.Welcome, "first-screen-private"];

    /// <exception cref="StartFault">Safety or confidentiality wording is unsigned outside Development.</exception>
    public static void Check(BotSettings settings, Book book, ModelSigning model)
    {
        if (settings.Development) return;

        var unsigned = SignedBeforeUse.Where(text => !book.Dialogs.ReviewOf(text, Languages.English).IsSigned).ToList();
        if (unsigned.Count > 0)
            throw new StartFault($"These texts have no reviewed_by, and young people may not be shown them: {string.Join(", ", unsigned)}. Have the safeguarding lead sign them in dialogs/en.");
        if (model is ModelSigning.NotSignedOff && !settings.AllowUnsignedModel)
            throw new StartFault($"No safeguarding lead has signed this risk model. Have {ModelCard.Path} signed for it, or set Risk:AllowUnsignedModel=true and answer for that yourself.");
    }
}
