global using EngagementBot.Conversations.Risk;
