using EngagementBot.HandoffConsole.Feeds;
using EngagementBot.HandoffConsole.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace EngagementBot.HandoffConsole.Layout;

/// <summary>The frame of every page. Hands down the calls of whoever is signed in.</summary>
public partial class ConsoleLayout
{
    private CaseworkerCalls? calls;

    [Inject] private CaseworkerDoor Door { get; set; } = null!;

    [CascadingParameter] private Task<AuthenticationState> Authentication { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        var user = (await Authentication).User;
        if (SignedIn.Holder(user) is { } holder) calls = Door.For(holder);
    }
}
