using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;

namespace EngagementBot.Host.Conversations;

/// <summary>What identifies is covered before it leaves by the caseworkers' door, and opened one at a time.</summary>
internal sealed partial class ConversationGrain
{
    // A press that got no answer is looked for among this many newest commits.
    private const int RetriesLookBack = 100;

    public async Task<UnsealReceipt> UnsealAsync(OperationId operation, long sequence, int index, string reason)
    {
        var caller = Caller;
        var found = await FindSealedAsync(sequence, index);
        var receipt = await DoAsync(operation, state => CaseDeeds.Unseal(state, caller, sequence, index, found?.Kind, reason));
        if (receipt.Result is not DeedResult.Done || found is null) return new UnsealReceipt(receipt, null);

        // An operation met again is "done" whatever it was for; the value goes out only where the record says so and it is still theirs to see.
        var mayStill = CaseDeeds.Unseal(State, caller, sequence, index, found.Kind, reason).Refused is null;
        return mayStill && await IsRecordedAsync(caller, sequence, index)
            ? new UnsealReceipt(receipt, new MessageText(found.Value))
            : new UnsealReceipt(Receipt(DeedResult.Invalid), null);
    }

    private IReadOnlyList<LoggedCommit> Covered(IReadOnlyList<LoggedCommit> commits) =>
        [.. commits.Select(commit => commit with { Events = [.. commit.Events.Select(happened => CaseworkersView.Of(happened, readings.Of(commit.Sequence)))] })];

    private async Task<Sealed?> FindSealedAsync(long sequence, int index)
    {
        if (sequence < 1 || sequence > log.State.Sequence) return null;

        var commit = await log.AtAsync(sequence);
        if (commit.Events.OfType<ConversationEvent.YoungPersonWrote>().FirstOrDefault() is not { } message) return null;

        var identifiers = CaseworkersView.Identifiers(message, readings.Of(sequence));
        return index >= 0 && index < identifiers.Count ? new Sealed(identifiers[index].Kind, identifiers[index].In(message.Text.Words)) : null;
    }

    private async Task<bool> IsRecordedAsync(Caseworker caller, long sequence, int index) =>
        (await log.AfterAsync(Math.Max(sequence, log.State.Sequence - RetriesLookBack)))
            .SelectMany(commit => commit.Events)
            .OfType<ConversationEvent.IdentifierUnsealed>()
            .Any(unsealed => unsealed.By.Id == caller.Id && unsealed.Message == sequence && unsealed.Index == index);

    private sealed record Sealed(IdentifierKind Kind, string Value)
    {
        public override string ToString() => $"{Kind}";
    }
}
