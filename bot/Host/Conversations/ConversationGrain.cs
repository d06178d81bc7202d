using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Host.AzureLanguage;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Storage;
using EngagementBot.Host.Web;
using Orleans.Utilities;

namespace EngagementBot.Host.Conversations;

/// <summary>Owns one conversation: every change is decided here, one at a time, committed in one write, and only then told to anyone.
/// The channels' door is in this file, the caseworkers' in ConversationGrain.Case.cs.</summary>
internal sealed partial class ConversationGrain : Grain, IConversationGrain, IDeliveryGrain, ICaseGrain, IDisposable
{
    private const int MostReloads = 4;

    private readonly ConversationLog log;
    private readonly Book book;
    private readonly DeskView desk;
    private readonly RiskLabels labels;
    private readonly IPushDelivery delivery;
    private readonly LanguageService language;
    private readonly BotMetrics metrics;
    private readonly TimeProvider clock;
    private readonly ILogger<ConversationGrain> logger;
    private readonly ObserverManager<IConversationWatcher> watchers;

    // A claim is kept alive in memory only; after a crash it gets one fresh lease before it can lapse.
    private DateTimeOffset? leaseUntil;

    public ConversationGrain(
        IConversationStore store, ConversationKeys keys, Book book, DeskView desk, RiskLabels labels, IPushDelivery delivery, LanguageService language,
        BotMetrics metrics, TimeProvider clock, ILogger<ConversationGrain> logger)
    {
        (this.book, this.desk, this.labels, this.delivery, this.language, this.metrics, this.clock, this.logger) =
            (book, desk, labels, delivery, language, metrics, clock, logger);
        log = new ConversationLog(new ConversationKey(this.GetPrimaryKeyString()), store, keys);
        watchers = new ObserverManager<IConversationWatcher>(TimeSpan.FromSeconds(30), logger)
        {
            GetDateTime = () => clock.GetUtcNow().UtcDateTime,
        };
    }

    private ConversationKey Key => log.Key;

    /// <summary>The state, with the lease as the console last renewed it.</summary>
    private Conversation State => leaseUntil is { } until && log.State.Handoff.IsHeld
        ? log.State with { Handoff = log.State.Handoff with { LeaseUntil = until } }
        : log.State;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        await log.LoadAsync();
        if (log.State.Handoff.IsHeld) leaseUntil = clock.GetUtcNow() + CaseDeeds.Lease;
    }

    public void Dispose() => log.Dispose();

    public async Task<TurnReceipt> ReceiveAsync(IncomingMessage message, ReplyRoute route)
    {
        for (var reload = 0; ; reload++)
        {
            if (message.Id is { } id && await log.AnswerToAsync(id) is { } answered)
            {
                metrics.Redelivered();
                return new TurnReceipt(answered, Again: true);
            }

            var outcome = Turn.Take(State, message, book, await desk.CurrentAsync(), clock.GetUtcNow());
            if (route is ReplyRoute.Push) outcome = outcome.OwedIfSpoken();

            var result = await log.AppendAsync(outcome, NewId.Operation(), message.Id, clock.GetUtcNow());
            if (result is AppendResult.Stored)
            {
                metrics.Took(outcome.Events.OfType<ConversationEvent.YoungPersonWrote>().First().Risk.Level);
                return new TurnReceipt(await ToldAsync(), Again: false);
            }

            await ReloadAsync(reload);
        }
    }

    public Task TypingAsync()
    {
        TellWatchers(watcher => watcher.TypingAsync(Key, null));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LoggedCommit>> ReadAsync(long sequence) => log.AfterAsync(sequence);

    public Task<long> NewestSequenceAsync() => Task.FromResult(log.State.Sequence);

    public async Task DueAsync()
    {
        for (var reload = 0; ; reload++)
        {
            var now = clock.GetUtcNow();
            var outcome = Due.Decide(State, book, await desk.CurrentAsync(), now);
            if (outcome.IsNothing) break;

            var result = await log.AppendAsync(Routed(outcome), NewId.Operation(), null, now);
            if (result is AppendResult.Stored)
            {
                await ToldAsync();
                return;
            }

            await ReloadAsync(reload);
        }

        if (OwesNow()) delivery.Wake(Key);
    }

    public async Task<IReadOnlyList<LoggedCommit>> OwedAsync()
    {
        List<LoggedCommit> owed = [];
        if (OwesNow())
            foreach (var sequence in log.State.Outbox.Owed) owed.Add(await log.AtAsync(sequence));
        return owed;
    }

    public Task DeliveredAsync(long through) => RecordAsync(new ConversationEvent.Delivered(through));

    public Task DeliveryFailedAsync(long sequence) =>
        RecordAsync(new ConversationEvent.DeliveryFailed(sequence, clock.GetUtcNow() + RetryPause.After(log.State.Outbox.Failures)));

    public Task WatchAsync(IConversationWatcher watcher)
    {
        watchers.Subscribe(watcher, watcher);
        return Task.CompletedTask;
    }

    private async Task RecordAsync(ConversationEvent happened)
    {
        for (var reload = 0; ; reload++)
        {
            var result = await log.AppendAsync(new TurnOutcome([happened]), NewId.Operation(), null, clock.GetUtcNow());
            if (result is AppendResult.Stored) return;

            await ReloadAsync(reload);
        }
    }

    // Words that nobody asked for in a request (a caseworker's, the sweep's) go the way the conversation can be reached.
    private TurnOutcome Routed(TurnOutcome outcome) => State.Reach is Reach.Push ? outcome.OwedIfSpoken() : outcome;

    private bool OwesNow() => State.Outbox is { OwesAnything: true, RetryAt: var retryAt } && (retryAt ?? DateTimeOffset.MinValue) <= clock.GetUtcNow();

    /// <summary>After a commit: the news goes to watchers, the team's list and the courier. The commit stands whatever comes of it.</summary>
    private async Task<LoggedCommit> ToldAsync()
    {
        var commit = await log.AtAsync(log.State.Sequence);
        if (!log.State.Handoff.IsHeld) leaseUntil = null;

        TellWatchers(watcher => watcher.CommittedAsync(Key, commit.Sequence));
        if (log.State.CaseRow(Key) is { } row) await TellTheTeamAsync(row);
        if (OwesNow()) delivery.Wake(Key);
        return commit;
    }

    private async Task TellTheTeamAsync(CaseRow row)
    {
        try
        {
            await GrainFactory.GetGrain<IDispatchGrain>(Dispatch.DefaultTeam).CaseChangedAsync(row);
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException)
        {
            // The row is stored: the dispatch grain finds it at its next look.
            ConversationLogMessages.TeamNotTold(logger, fault.GetType().Name);
        }
    }

    private void TellWatchers(Func<IConversationWatcher, Task> tell)
    {
        if (watchers.Count > 0) watchers.Notify(tell).Ignore();
    }

    private async Task ReloadAsync(int reload)
    {
        if (reload >= MostReloads) throw new InvalidOperationException("The conversation is being written elsewhere; try again.");

        ConversationLogMessages.Reloaded(logger, reload);
        await log.LoadAsync();
    }
}
