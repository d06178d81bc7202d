using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Host.Conversations;

/// <summary>What caseworkers teach the screen. The label stays in the log and dies with it; only the invented sentence leaves.</summary>
internal sealed partial class ConversationGrain
{
    public async Task<DeedReceipt> CorrectAsync(OperationId operation, RiskCorrection correction)
    {
        var caller = Caller;
        var wrote = await WrittenAsync();
        var written = wrote.GetValueOrDefault(correction.Sequence);
        var others = wrote.Where(message => message.Key != correction.Sequence).Select(message => message.Value.Text).ToList();

        var receipt = await DoAsync(operation, state => CaseDeeds.Correct(state, caller, correction, written, others, book, clock.GetUtcNow()));
        // A case that waits for a second look did so before.
        if (receipt.Result is DeedResult.SecondLookNeeded) receipt = receipt with { Result = DeedResult.Done };

        // A press that was done before is done again whatever it now carries, so the sentence is judged here once more; and it is written
        // after the commit, so that a retry after a crash in between still brings it in.
        if (receipt.Result is DeedResult.Done && correction.Example is not null && Corrections.Refuse(correction, written, others) is null)
            await labels.AddAsync(Key, operation, correction);
        return receipt;
    }

    private async Task<Dictionary<long, ConversationEvent.YoungPersonWrote>> WrittenAsync()
    {
        Dictionary<long, ConversationEvent.YoungPersonWrote> wrote = [];
        for (var read = 0L; read < log.State.Sequence;)
        {
            var page = await log.AfterAsync(read);
            foreach (var commit in page)
                if (commit.Events.OfType<ConversationEvent.YoungPersonWrote>().FirstOrDefault() is { } message) wrote[commit.Sequence] = message;
            if (page.Count == 0) break;
            read = page[^1].Sequence;
        }

        return wrote;
    }
}
