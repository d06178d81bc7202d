using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.AzureLanguage;

namespace EngagementBot.Host.Conversations;

/// <summary>What Azure AI Language adds, when it is on and a caseworker looks: asked beside the conversation's own turns, kept in memory alone.</summary>
internal sealed partial class ConversationGrain
{
    private readonly Readings readings = new();

    private void ReadInTheBackground()
    {
        if (language.IsOn && readings.TryBegin(clock.GetUtcNow())) ReadUnreadAsync().Ignore();
    }

    private async Task ReadUnreadAsync()
    {
        // The caller gets its answer first; a young person's turn goes ahead at every await in here.
        await Task.Yield();
        var (news, answered) = (false, true);
        try
        {
            foreach (var (sequence, text) in Unread())
            {
                var reading = await language.ReadAsync(text, State.Language);
                answered = reading is not null;
                if (reading is null) break;

                readings.Keep(sequence, reading);
                news = true;
            }
        }
        finally
        {
            readings.End(clock.GetUtcNow(), answered);
        }

        // One beyond the newest, so that an open page reads again what it has.
        if (news) TellWatchers(watcher => watcher.CommittedAsync(Key, log.State.Sequence + 1));
    }

    private List<(long Sequence, MessageText Text)> Unread() =>
        [.. log.Recent
            .Where(commit => readings.Of(commit.Sequence) is null)
            .SelectMany(commit => commit.Events.OfType<ConversationEvent.YoungPersonWrote>().Select(message => (commit.Sequence, message.Text)))
            .Where(message => !message.Text.IsBlank)
            .Reverse()];
}
