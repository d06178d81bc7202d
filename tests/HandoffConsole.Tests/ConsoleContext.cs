using EngagementBot.HandoffConsole.Cases;
using EngagementBot.HandoffConsole.Feeds;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Moq;
using MudBlazor.Services;

namespace EngagementBot.HandoffConsole.Tests;

/// <summary>Components with Ada signed in, the grains played by doubles, and a clock that stands still.</summary>
public abstract class ConsoleContext : BunitContext
{
    private readonly CaseworkerTickets tickets;

    protected ConsoleContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        tickets = new CaseworkerTickets(new byte[CaseworkerTickets.KeyBytes], Clock);
        Grains.Setup(grains => grains.GetGrain<ICaseGrain>(It.IsAny<string>(), null)).Returns(Case.Object);
        Grains.Setup(grains => grains.GetGrain<IDispatchBoardGrain>(It.IsAny<string>(), null)).Returns(Board.Object);
        Queue = new DispatchFeed(Grains.Object, Presence, Clock, NullLogger<DispatchFeed>.Instance);

        Services.AddMudServices();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(Queue);
        Services.AddSingleton(Presence);
        Services.AddSingleton(new SecondHand(Clock));
        Services.AddSingleton(new Drafts());
        Services.AddSingleton(new NewId());
        Services.AddSingleton(new ConversationFeeds(new ConversationNudges(Grains.Object), Clock, NullLogger<ConversationFeed>.Instance));
        RenderTree.Add<Microsoft.AspNetCore.Components.CascadingValue<CaseworkerCalls>>(cascade => cascade.Add(value => value.Value, CallsAs(Some.Ada)));
    }

    internal FakeTimeProvider Clock { get; } = new(Some.Now);

    internal Mock<IGrainFactory> Grains { get; } = new();

    internal Mock<ICaseGrain> Case { get; } = new();

    internal Mock<IDispatchBoardGrain> Board { get; } = new();

    internal Presence Presence { get; } = new();

    internal DispatchFeed Queue { get; }

    internal CaseworkerCalls CallsAs(Caseworker caseworker) =>
        new(Grains.Object, tickets, Clock, new TicketHolder(caseworker, CaseworkerRole.Caseworker));

    internal Deeds DeedsAs(Caseworker caseworker) => new(CallsAs(caseworker), Some.Key, new NewId(), Clock);

    internal void Shows(params CaseRow[] rows) => Queue.Show(new DispatchBoard(NextVersion(), rows, ["Ada"]));

    private long version;

    private long NextVersion() => ++version;
}
