using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Conversations.Tests.Dialogs;

/// <summary>Short ways to put a message to the dialog runner.</summary>
internal static class Talking
{
    public static readonly RiskAssessment Calm = RiskAssessment.Nothing;

    public static RiskAssessment Found(RiskLevel level, params RiskCategory[] categories) =>
        RiskAssessment.Nothing with { Level = level, Severity = (int)level, Immediacy = Immediacy.Ongoing, Categories = categories, Score = 0.9 };

    public static RiskAssessment From(this RiskAssessment risk, Speaker speaker) => risk with { Speaker = speaker };

    public static RiskAssessment In(this RiskAssessment risk, ReachableMoment moment) => risk with { Moment = moment };

    public static DialogAnswer Say(string text, RiskAssessment? risk = null, DialogStep? at = null, ChannelKind channel = ChannelKind.Web) =>
        DialogRunner.Next(new DialogContext(at, channel, "en"), new MessageText(text), risk ?? Calm, RealDialogs.Book);

    public static DialogAnswer Text(string text, RiskAssessment? risk = null, DialogStep? at = null) => Say(text, risk, at, ChannelKind.Sms);

    public static DialogStep Step(string name) => new(name.Split('/')[0], name.Split('/')[1]);

    public static string Words(this DialogAnswer answer) => string.Join('\n', answer.Says.Select(utterance => utterance.Text));

    public static IEnumerable<string> Ids(this DialogAnswer answer) => answer.Says.Select(utterance => utterance.TextId);
}
