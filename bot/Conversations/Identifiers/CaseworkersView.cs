namespace EngagementBot.Conversations.Identifiers;

/// <summary>The log as it leaves for a caseworker's screen: identifiers covered, findings moved with their words. Nothing else may go out by that door.</summary>
public static class CaseworkersView
{
    /// <param name="more">Identifiers found elsewhere in this message, if it is one.</param>
    /// <returns>A young person's message carries the spans of its placeholders, in the order that names them when one is unsealed.</returns>
    public static ConversationEvent Of(ConversationEvent happened, IReadOnlyList<Identifier>? more = null) => happened switch
    {
        ConversationEvent.YoungPersonWrote e => Covered(e, Identifiers(e, more)),
        ConversationEvent.ReturnedToBot e => e with { Reason = Masking.Cover(e.Reason) },
        ConversationEvent.LevelLowered e => e with { Reason = Masking.Cover(e.Reason) },
        _ => happened,
    };

    /// <summary>All that identifies in a message, as spans of its own text.</summary>
    public static IReadOnlyList<Identifier> Identifiers(ConversationEvent.YoungPersonWrote message, IReadOnlyList<Identifier>? more = null) =>
        IdentifierFinder.Together(message.Identifiers ?? IdentifierFinder.Find(message.Text), more ?? []);

    private static ConversationEvent.YoungPersonWrote Covered(ConversationEvent.YoungPersonWrote message, IReadOnlyList<Identifier> found)
    {
        var masked = Masking.Mask(message.Text.Words ?? "", found);
        return message with
        {
            Text = new MessageText(masked.Words),
            Risk = Masking.Rebase(message.Risk, message.Text.Words ?? "", found, masked.Hidden),
            Identifiers = masked.Hidden,
        };
    }
}
