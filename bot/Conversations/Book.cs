using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations;

/// <summary>All reviewed content a turn needs: the words and the risk rules, read once and never changed while the service runs.</summary>
public sealed record Book(DialogBook Dialogs, RiskRules Risk);
