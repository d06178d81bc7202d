using EngagementBot.Conversations;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>Unsent words, one draft per case, kept in memory while the page lives.</summary>
public sealed class Drafts
{
    private readonly Dictionary<ConversationKey, string> drafts = [];

    public string this[ConversationKey conversation]
    {
        get => drafts.GetValueOrDefault(conversation, "");
        set => drafts[conversation] = value;
    }
}
