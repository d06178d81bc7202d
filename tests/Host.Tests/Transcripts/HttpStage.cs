using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Tests.Support;
using EngagementBot.Transcripts;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementBot.Host.Tests.Transcripts;

/// <summary>A transcript played on the running service: the young person over HTTP, caseworkers through the gateway, time by its clock.</summary>
internal sealed class HttpStage(TestBot bot, CaseworkerDesk desk, IYoungPersonsDevice device) : IStage
{
    private const string Onlooker = "Onlooker";

    public DateTimeOffset Now => bot.Clock.GetUtcNow();

    private string Key => bot.Services.GetRequiredService<ChannelNames>().Conversation(device.Address.Channel, device.Address.Conversation).Value;

    public Task WriteAsync(string text, int number) => device.WriteAsync(text, number);

    public Task SetShiftAsync(IReadOnlyList<string> aliases) => desk.SetPresentAsync(aliases);

    public async Task PassAsync(TimeSpan time)
    {
        await SettledAsync();
        await desk.RenewAsync(Key);
        await bot.PassAsync(time);
        await desk.RenewAsync(Key);
        await device.KeepAliveAsync();
    }

    public async Task<string?> DoAsync(string caseworker, CaseworkerDeed deed) => (await desk.DoAsync(caseworker, Key, deed)).Result switch
    {
        DeedResult.Done or DeedResult.SecondLookNeeded => null,
        var refused => Names.Spoken(refused),
    };

    public async Task<IReadOnlyList<Said>> ArrivedAsync() 
    {
        await SettledAsync();
        return await device.ArrivedAsync();
    }

    public async Task<RiskAssessment> LastAssessmentAsync() => (await EventsInLogAsync()).OfType<ConversationEvent.YoungPersonWrote>().Last().Risk;

    public async Task<RiskLevel> ConversationLevelAsync() =>
        State(await LogAsync()).Risk.Level;

    /// <summary>An open case as the board shows it, a closed one as its file does; the two must agree on which it is.</summary>
    public async Task<CaseRow?> CaseAsync()
    {
        var onBoard = (await desk.BoardAsync()).Cases.SingleOrDefault(row => row.Conversation.Value == Key);
        var row = (await desk.Case(Onlooker, Key).OpenAsync())?.Row;
        Assert.Equal(row is { IsOpen: true }, onBoard is not null);
        return onBoard ?? row;
    }

    public async Task<IReadOnlyList<Said>> ReadAsync(string caseworker) =>
        [.. (await desk.Case(caseworker, Key).ReadAsync(0)).SelectMany(commit => commit.Events).Select(Said.In).OfType<Said>()];

    public async Task<int> EventsAsync() =>
        (await EventsInLogAsync()).Count(happened => happened is not (ConversationEvent.Delivered or ConversationEvent.DeliveryFailed or ConversationEvent.RepliesOwed));

    public async ValueTask DisposeAsync() => await desk.SetPresentAsync([]);

    // The connector's timeouts run by the same clock: it must not move while a push is under way.
    private async Task SettledAsync()
    {
        while (State(await LogAsync()).Outbox is { OwesAnything: true, Failures: var failures })
        {
            Assert.Equal(0, failures);
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static Conversation State(IReadOnlyList<LoggedCommit> log) =>
        log.Aggregate(Conversation.New, (state, commit) => state.After(commit.Events, commit.At));

    private Task<IReadOnlyList<LoggedCommit>> LogAsync() => LogReader.CommitsAsync(bot, device.Address.Channel, device.Address.Conversation);

    private async Task<IEnumerable<ConversationEvent>> EventsInLogAsync() => (await LogAsync()).SelectMany(commit => commit.Events);
}
