using System.Collections.Concurrent;
using EngagementBot.Contracts;
using EngagementBot.Conversations;

namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>One watcher object for every conversation that is open in this process; passes each nudge to the pages it concerns.</summary>
public sealed class ConversationNudges(IGrainFactory grains) : IConversationWatcher
{
    private readonly ConcurrentDictionary<ConversationFeed, ConversationKey> open = [];
    private readonly Lock gate = new();
    private IConversationWatcher? reference;

    /// <summary>What the grains are given to call.</summary>
    public IConversationWatcher Reference
    {
        get
        {
            lock (gate) return reference ??= grains.CreateObjectReference<IConversationWatcher>(this);
        }
    }

    public void Add(ConversationFeed feed) => open[feed] = feed.Conversation;

    public void Remove(ConversationFeed feed) => open.TryRemove(feed, out _);

    public Task CommittedAsync(ConversationKey conversation, long sequence)
    {
        foreach (var feed in Of(conversation)) feed.NudgeTo(sequence);
        return Task.CompletedTask;
    }

    public Task TypingAsync(ConversationKey conversation, string? caseworker)
    {
        foreach (var feed in Of(conversation)) feed.ShowTyping(caseworker);
        return Task.CompletedTask;
    }

    private IEnumerable<ConversationFeed> Of(ConversationKey conversation) =>
        open.Where(entry => entry.Value == conversation).Select(entry => entry.Key);
}
