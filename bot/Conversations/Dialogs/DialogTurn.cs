using EngagementBot.Conversations.Handoff;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>The dialogs' part of a turn. Null when the dialog broke: a person is needed then, and a fixed sentence is said.</summary>
internal static class DialogTurn
{
    public static DialogAnswer? Next(TurnSoFar turn, MessageText text, RiskAssessment risk)
    {
        var conversation = turn.Conversation;
        try
        {
            return DialogRunner.Next(new DialogContext(conversation.Step, conversation.Channel, conversation.Language, EmergencyCard.WasJustShown(turn)), text, risk, turn.Book.Dialogs);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>The question that would have followed a step, or null where none does.</summary>
    public static DialogAnswer? QuestionAfter(TurnSoFar turn, DialogStep step)
    {
        var conversation = turn.Conversation;
        return DialogRunner.QuestionAfter(new DialogContext(step, conversation.Channel, conversation.Language), turn.Book.Dialogs);
    }
}
