using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Keys;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementBot.Host.Tests.Support;

/// <summary>Reads a conversation's log through its grain.</summary>
internal static class LogReader
{
    /// <summary>What the young person wrote, in order.</summary>
    public static async Task<IReadOnlyList<string>> HeardAsync(TestBot bot, string channel, string conversation) =>
        [.. (await CommitsAsync(bot, channel, conversation))
            .SelectMany(commit => commit.Events)
            .OfType<ConversationEvent.YoungPersonWrote>()
            .Select(wrote => wrote.Text.Words)];

    public static async Task<IReadOnlyList<LoggedCommit>> CommitsAsync(TestBot bot, string channel, string conversation)
    {
        var key = bot.Services.GetRequiredService<ChannelNames>().Conversation(channel, conversation);
        return await bot.Services.GetRequiredService<IGrainFactory>().GetGrain<IConversationGrain>(key.Value).ReadAsync(0);
    }
}
