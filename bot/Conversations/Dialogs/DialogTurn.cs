namespace EngagementBot.Conversations.Dialogs;

/// <summary>The dialogs' part of a turn. Null when the dialog broke: a person is needed then, and a fixed sentence is said.</summary>
internal static class DialogTurn
{
    public static DialogAnswer? Next(TurnSoFar turn, MessageText text, RiskAssessment risk)
    {
        var conversation = turn.Conversation;
        try
        {
            return DialogRunner.Next(new DialogContext(conversation.Step, conversation.Channel, conversation.Language), text, risk, turn.Book.Dialogs);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return null;
        }
    }
}
