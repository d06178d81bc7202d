using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.HandoffConsole.Feeds;

namespace EngagementBot.HandoffConsole.Cases;

/// <summary>What one page does with one case. A press that got no answer keeps its operation id, so that pressing again cannot do it twice.</summary>
public sealed class Deeds(CaseworkerCalls calls, ConversationKey conversation, NewId ids, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Dictionary<string, OperationId> unanswered = [];

    /// <param name="press">Names what was pressed, with its content: other content is another press.</param>
    /// <returns>The receipt, or null when no answer came.</returns>
    public Task<DeedReceipt?> DoAsync(string press, Func<ICaseGrain, OperationId, Task<DeedReceipt>> deed) => AskAsync(press, deed);

    /// <inheritdoc cref="DoAsync"/>
    public async Task<T?> AskAsync<T>(string press, Func<ICaseGrain, OperationId, Task<T>> deed) where T : class
    {
        if (!unanswered.TryGetValue(press, out var operation)) unanswered[press] = operation = ids.Operation();
        try
        {
            var receipt = await calls.CaseAsync(conversation, grain => deed(grain, operation)).WaitAsync(Patience, clock);
            unanswered.Remove(press);
            return receipt;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return null;
        }
    }
}
