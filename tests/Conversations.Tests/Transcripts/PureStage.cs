using System.Collections.Immutable;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.Transcripts;

namespace EngagementBot.Conversations.Tests.Transcripts;

/// <summary>A transcript played through the decisions alone: what the grain does with them (redelivery, renewed leases, the sweep) is
/// done here in a few lines, without storage or network.</summary>
internal sealed class PureStage(Book book, ChannelKind channel, string language) : IStage
{
    private static readonly ConversationKey Key = new("transcript");

    private readonly List<TurnOutcome> log = [];
    private readonly List<Said> arrived = [];
    private IReadOnlyList<string> onShift = [];
    private Conversation conversation = Conversation.New;

    public DateTimeOffset Now { get; private set; } = new(2026, 11, 2, 16, 0, 0, TimeSpan.Zero);

    public Task WriteAsync(string text, int number)
    {
        var id = new MessageId(number);
        if (conversation.Seen.SequenceOf(id) is { } sequence)
            arrived.AddRange(Words(log[(int)sequence - 1]).Where(said => said.Speaker != Said.YoungPerson));
        else
            Commit(Turn.Take(conversation, Message(id, text), book, Desk(), Now));
        return Task.CompletedTask;
    }

    public Task SetShiftAsync(IReadOnlyList<string> aliases)
    {
        onShift = aliases;
        return Task.CompletedTask;
    }

    public Task PassAsync(TimeSpan time)
    {
        Now += time;
        if (Due.Decide(Renewed(), book, Desk(), Now) is { IsNothing: false } due) Commit(due);
        return Task.CompletedTask;
    }

    public Task<string?> DoAsync(string caseworker, CaseworkerDeed deed)
    {
        var decided = Decide(Named(caseworker), deed);
        if (decided is { Refused: null, Outcome.IsNothing: false }) Commit(decided.Outcome);
        return Task.FromResult(decided.Refused is { } refused ? Names.Spoken(refused) : null);
    }

    public Task<IReadOnlyList<Said>> ArrivedAsync()
    {
        IReadOnlyList<Said> news = [.. arrived];
        arrived.Clear();
        return Task.FromResult(news);
    }

    public Task<RiskAssessment> LastAssessmentAsync() =>
        Task.FromResult(log.SelectMany(outcome => outcome.Events).OfType<ConversationEvent.YoungPersonWrote>().Last().Risk);

    public Task<RiskLevel> ConversationLevelAsync() => Task.FromResult(conversation.Risk.Level);

    public Task<CaseRow?> CaseAsync() => Task.FromResult(conversation.CaseRow(Key));

    public Task<IReadOnlyList<Said>> ReadAsync(string caseworker) => 
        Task.FromResult<IReadOnlyList<Said>>([.. log.SelectMany(outcome => outcome.Events).Select(happened => CaseworkersView.Of(happened)).Select(Said.In).OfType<Said>()]);

    public Task<int> EventsAsync() => Task.FromResult(log.Sum(outcome => outcome.Events.Count));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Deed Decide(Caseworker caseworker, CaseworkerDeed deed) => deed switch
    {
        CaseworkerDeed.Take => CaseDeeds.Claim(conversation, caseworker, book, Now),
        CaseworkerDeed.Say say => CaseDeeds.Say(conversation, caseworker, new MessageText(say.Text)),
        CaseworkerDeed.ReturnToBot back => CaseDeeds.ReturnToBot(conversation, caseworker, back.Reason, book, Now),
        CaseworkerDeed.Close close => CaseDeeds.Close(conversation, caseworker, close.Closing, book, Now),
        CaseworkerDeed.AgreeToClosing => CaseDeeds.ConfirmClosing(conversation, caseworker, book, Now),
        CaseworkerDeed.LowerLevel lower => CaseDeeds.LowerLevel(conversation, caseworker, lower.To, lower.Reason),
        CaseworkerDeed.Unseal unseal => Unsealed(caseworker, unseal),
        CaseworkerDeed.Correct correct => Correct(caseworker, correct),
        _ => throw new InvalidOperationException($"Nobody does {deed.GetType().Name}."),
    };

    private Deed Unsealed(Caseworker caseworker, CaseworkerDeed.Unseal deed)
    {
        var all = log.SelectMany((outcome, place) => outcome.Events.OfType<ConversationEvent.YoungPersonWrote>()
            .SelectMany(message => CaseworkersView.Identifiers(message).Select((identifier, index) => (Sequence: place + 1, index, identifier.Kind))));
        var (sequence, index, kind) = all.Last(found => found.Kind == deed.Kind);
        return CaseDeeds.Unseal(conversation, caseworker, sequence, index, kind, deed.Reason);
    }

    private Deed Correct(Caseworker caseworker, CaseworkerDeed.Correct correct)
    {
        var at = log.FindLastIndex(outcome => outcome.Events.OfType<ConversationEvent.YoungPersonWrote>().Any());
        var written = log[at].Events.OfType<ConversationEvent.YoungPersonWrote>().First();
        return CaseDeeds.Correct(conversation, caseworker, new RiskCorrection(correct.Kind, at + 1, correct.Level, correct.Categories), written, [], book, Now);
    }

    // The page has shown the first screen before anyone can write; by SMS the bot says it.
    private IncomingMessage Message(MessageId id, string text) => new(
        id, new MessageText(text), channel, Language: language, WelcomeShown: channel is ChannelKind.Web, Reach: channel is ChannelKind.Web ? Reach.Log : Reach.Push);

    // A console that is open renews its lease every ten seconds.
    private Conversation Renewed() => conversation.Handoff is { IsHeld: true, Owner: { } owner } held && onShift.Contains(owner.Alias)
        ? conversation = conversation with { Handoff = held with { LeaseUntil = Now + CaseDeeds.Lease } }
        : conversation;

    private Desk Desk()
    {
        var waiting = new int[(int)RiskLevel.Immediate + 1];
        if (conversation.Handoff.IsWaiting) waiting[(int)conversation.Risk.Level]++;
        return new Desk(onShift.Count, ImmutableArray.Create(waiting));
    }

    private void Commit(TurnOutcome outcome)
    {
        conversation = conversation.After(outcome.Events, Now);
        log.Add(outcome);
        arrived.AddRange(Words(outcome).Where(said => said.Speaker != Said.YoungPerson));
    }

    private static IEnumerable<Said> Words(TurnOutcome outcome) => outcome.Events.Select(Said.In).OfType<Said>();

    private static Caseworker Named(string alias) => new(new CaseworkerId(alias.ToLowerInvariant()), alias);
}
