using EngagementBot.HandoffConsole.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace EngagementBot.HandoffConsole.Feeds;

/// <summary>Present means connected: a browser that is gone is noticed at once, though its circuit is kept for a while.</summary>
internal sealed class PresenceCircuit(AuthenticationStateProvider authentication, CaseworkerDoor door, Presence presence) : CircuitHandler
{
    private CaseworkerCalls? here;

    public override async Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        var state = await authentication.GetAuthenticationStateAsync();
        if (here is not null || SignedIn.Holder(state.User) is not { } holder) return;

        here = door.For(holder);
        presence.Arrive(here);
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        if (here is { } calls) presence.Leave(calls.Me);
        here = null;
        return Task.CompletedTask;
    }
}
