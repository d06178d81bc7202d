using System.Globalization;
using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Handoff;

/// <summary>When a person is fetched, and what is said about it. Level 4 queues whatever is answered; level 3 fetches unless the
/// young person declines, and a decline is read by a person; level 2 offers; anyone may ask at any time (readme.md, this folder).</summary>
public static class HandoffRules
{
    private static readonly DialogStep OfferStep = new("handoff", "offer");
    private static readonly DialogStep GentleOfferStep = new("handoff", "offer-gentle");
    private static readonly DialogStep WaitingStep = new("handoff", "waiting");
    private static readonly TimeSpan WaitingLinePause = TimeSpan.FromMinutes(3);

    public static TurnOutcome Answer(TurnSoFar turn, IncomingMessage message, RiskAssessment risk)
    {
        if (risk.Failed) return Fetch(turn.Say(HandoffTexts.ScreenFailed), HandoffCause.ScreenFailed).Done();
        if (risk.Unreadable) return Unreadable(turn).Done();

        // The line about people follows fact: fetched first, so that "alerted" is true when it is said.
        if (EmergencyCard.IsDue(turn, risk)) turn = EmergencyCard.Show(Fetch(turn, HandoffCause.Risk));
        else if (risk.Level is RiskLevel.Immediate) turn = turn.Say(HandoffTexts.StillDanger);
        if (DialogTurn.Next(turn, message.Text, risk) is not { } answer)
            return Fetch(turn.Say(HandoffTexts.ScreenFailed), HandoffCause.DialogFailed).Done();

        return answer.Deed switch
        {
            DialogDeed.FetchPerson => Asked(turn, answer).Done(),
            DialogDeed.DeclinePerson => Declined(turn, answer, HandoffTexts.DeclinedLow).Done(),
            DialogDeed.StopWaiting => Declined(turn, answer, HandoffTexts.Stopped).Done(),
            DialogDeed.SayWhoIsHere => WhoIsHere(turn).Done(),
            DialogDeed.None => Answered(turn, answer, risk).Done(),
        };
    }

    private static TurnSoFar Unreadable(TurnSoFar turn)
    {
        var seen = turn.Conversation.Handoff.IsOpen ? turn : turn.With(new ConversationEvent.CaseNoticed());
        return seen.Say(HandoffTexts.Unreadable);
    }

    private static TurnSoFar Asked(TurnSoFar turn, DialogAnswer answer)
    {
        var fetched = Fetch(turn.Say(answer.Says), HandoffCause.Asked);
        var itself = turn.Before.Handoff.IsWaiting ? 1 : 0;
        var ahead = Math.Max(0, turn.Desk.Ahead(fetched.Conversation.Risk.Level) - itself);

        return (turn.Desk.IsStaffed
            ? fetched.Say(HandoffTexts.Asked, ("ahead", ahead.ToString(CultureInfo.InvariantCulture)))
            : fetched.Say(HandoffTexts.AskedWithNobodyThere)).Reach(WaitingStep);
    }

    private static TurnSoFar Declined(TurnSoFar turn, DialogAnswer answer, string lowText)
    {
        var aside = turn.Conversation.Aside;
        var said = turn.Say(answer.Says).Reach(answer.At);
        return GoOn(aside, turn.Conversation.Risk.Level switch
        {
            RiskLevel.Immediate => said.Say(HandoffTexts.DeclinedInDanger),
            RiskLevel.High => Decline(said).Say(HandoffTexts.Declined),
            RiskLevel.None or RiskLevel.Low or RiskLevel.Medium => Decline(said).Say(lowText),
        });
    }

    // A no to a person is not the end of the talk: the question that the offer stood in for is asked now.
    private static TurnSoFar GoOn(DialogStep? aside, TurnSoFar declined) =>
        aside is not null && DialogTurn.QuestionAfter(declined, aside) is { } question
            ? declined.Say(question.Says).Reach(question.At)
            : declined;

    private static TurnSoFar Decline(TurnSoFar turn) => turn.Conversation.Handoff.Status is CaseStatus.Waiting
        ? turn.With(new ConversationEvent.PersonDeclined(turn.Conversation.Risk.Level))
        : turn;

    private static TurnSoFar Answered(TurnSoFar turn, DialogAnswer answer, RiskAssessment risk)
    {
        var status = turn.Conversation.Handoff.Status;
        var rose = turn.Conversation.Risk.Level > turn.Before.Risk.Level;

        // In danger nothing is asked about a person: one is fetched, and the words about safety stay.
        if (risk.Level is RiskLevel.Immediate) return Fetch(turn, HandoffCause.Risk).Say(answer.Says).Reach(answer.At);
        if (FetchesAPerson(turn, risk, rose)) return Offer(Fetch(turn, HandoffCause.Risk), answer, turn.Desk.IsStaffed ? HandoffTexts.Offer : HandoffTexts.OfferWithNobodyThere, OfferStep);
        if (status is CaseStatus.Waiting) return WhileWaiting(turn, answer);
        if (IsNewWorry(turn, risk, rose))
            return Offer(!turn.Conversation.Handoff.IsOpen ? turn.With(new ConversationEvent.CaseNoticed()) : turn, answer, turn.Desk.IsStaffed ? HandoffTexts.OfferGently : HandoffTexts.OfferGentlyWithNobodyThere, GentleOfferStep);

        return turn.Say(answer.Says).Reach(answer.At);
    }

    // A level reached for the first time, or a message at 2 when no case is open any more: a closed case must not make the team deaf.
    private static bool IsNewWorry(TurnSoFar turn, RiskAssessment risk, bool rose) =>
        (rose && turn.Conversation.Risk.Level is RiskLevel.Medium)
        || (risk.Level is RiskLevel.Medium && turn.Conversation.Handoff.Status is (CaseStatus.Returned or CaseStatus.Closed));

    // A new message at 3, or a level that reached 3 over several messages. After a decline only something new asks again.
    private static bool FetchesAPerson(TurnSoFar turn, RiskAssessment risk, bool rose)
    {
        var needed = risk.Level >= RiskLevel.High || (rose && turn.Conversation.Risk.Level >= RiskLevel.High);
        if (!needed) return false;

        return turn.Conversation.Handoff.Status switch
        {
            CaseStatus.None or CaseStatus.Noticed or CaseStatus.Returned or CaseStatus.Closed or CaseStatus.SecondLook => true,
            CaseStatus.Declined => rose || risk.Categories.Any(category => !turn.Before.Risk.Categories.Contains(category)),
            CaseStatus.Waiting or CaseStatus.Held => false,
        };
    }

    private static TurnSoFar Offer(TurnSoFar turn, DialogAnswer answer, string offer, DialogStep step)
    {
        // One question at a time: the offer takes the place of the answer's own.
        return turn.Say(answer.Statements).Say(offer).Reach(step, aside: answer.At);
    }

    private static TurnSoFar WhileWaiting(TurnSoFar turn, DialogAnswer answer)
    {
        var lastSaid = turn.Conversation.Handoff.LastWaitingLineAt ?? DateTimeOffset.MinValue;
        if (turn.Now - lastSaid < WaitingLinePause) return turn.Say(answer.Says).Reach(answer.At);

        // Where things stand comes before a question, so that the question keeps the last word and its choices; after a caseworker was
        // cut off, "nobody has picked this up" would not be true.
        var asks = answer.Says is [.., { Choices.Count: > 0 }];
        if (asks || turn.Conversation.Handoff.HasBeenHeld) return turn.Say(HandoffTexts.StillWaiting).Say(answer.Says).Reach(answer.At);

        return turn.Say(answer.Says).Say(WaitingText(turn)).Reach(WaitingStep);
    }

    private static string WaitingText(TurnSoFar turn) => turn.Desk.IsStaffed ? HandoffTexts.Waiting : HandoffTexts.WaitingWithNobodyThere;

    // "Are they here yet?" is answered from where things stand, each time it is asked.
    private static TurnSoFar WhoIsHere(TurnSoFar turn)
    {
        if (turn.Conversation.Handoff.IsWaiting)
            return turn.Say(turn.Conversation.Handoff.HasBeenHeld ? HandoffTexts.StillWaiting : WaitingText(turn)).Reach(WaitingStep);

        return turn.Say(turn.Desk.IsStaffed ? HandoffTexts.JustMe : HandoffTexts.OfferGentlyWithNobodyThere).Reach(GentleOfferStep);
    }

    /// <summary>The team's side of a level that a caseworker's correction has raised. Nothing is said to the young person: they have not
    /// just written, and whoever else holds the phone would read it.</summary>
    public static TurnSoFar RaisedByAPerson(TurnSoFar turn)
    {
        var level = turn.Conversation.Risk.Level;
        if (level <= turn.Before.Risk.Level) return turn;
        if (level >= RiskLevel.High) return Fetch(turn, HandoffCause.Risk);

        return level is RiskLevel.Medium && !turn.Conversation.Handoff.IsOpen ? turn.With(new ConversationEvent.CaseNoticed()) : turn;
    }

    private static TurnSoFar Fetch(TurnSoFar turn, HandoffCause cause) => turn.Conversation.Handoff.Status switch
    {
        CaseStatus.Waiting or CaseStatus.Held => turn,
        CaseStatus.None or CaseStatus.Noticed or CaseStatus.Declined or CaseStatus.SecondLook or CaseStatus.Returned or CaseStatus.Closed =>
            turn.With(new ConversationEvent.PersonNeeded(turn.Conversation.Risk.Level, cause)),
    };
}
