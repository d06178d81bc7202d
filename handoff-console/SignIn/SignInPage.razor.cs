using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.SignIn;

/// <summary>A whole page of its own, rendered on the server and never interactive.</summary>
public partial class SignInPage
{
    [Parameter] public string? Error { get; set; }

    [Parameter] public string User { get; set; } = "";

    [Parameter] public string? ReturnUrl { get; set; }

    private string? Described => Error is null ? null : "sign-in-error";

    private string? Invalid => Error is null ? null : "true";
}
