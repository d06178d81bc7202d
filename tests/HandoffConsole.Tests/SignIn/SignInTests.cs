using System.Net;
using EngagementBot.HandoffConsole.Rehearsal;
using EngagementBot.HandoffConsole.SignIn;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace EngagementBot.HandoffConsole.Tests.SignIn;

public class Without_signing_in(RunningConsole console)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/case/4f2kq7m3zt5xw6ahd2nuej4b8c")]
    [InlineData("/something-nobody-listed")]
    public async Task Every_page_leads_to_the_sign_in(string path)
    {
        using var visitor = console.Visitor();

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task No_live_connection_can_be_opened()
    {
        using var visitor = console.Visitor();

        Assert.Equal(HttpStatusCode.Unauthorized, (await visitor.PostAsync("/_blazor/negotiate?negotiateVersion=1")).StatusCode);
    }

    [Fact]
    public async Task The_sign_in_is_a_plain_form_without_scripts()
    {
        using var visitor = console.Visitor();

        var page = await (await visitor.GetAsync("/sign-in")).TextAsync();

        Assert.Contains("name=\"user\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"password\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/console.css")]
    [InlineData("/console.js")]
    [InlineData("/EngagementBot.HandoffConsole.styles.css")]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css")]
    [InlineData("/_framework/blazor.web.js")]
    public async Task Styles_and_scripts_are_there_and_not_empty(string path)
    {
        using var visitor = console.Visitor();

        var answer = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await answer.TextAsync()).Length > 100);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var visitor = console.Visitor();

        var answer = await visitor.GetAsync("/sign-in");

        Assert.Contains("frame-ancestors 'none'", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", answer.Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Server"));
    }
}

public class Signing_in(RunningConsole console)
{
    [Fact]
    public async Task Opens_the_console_with_a_cookie_no_script_can_read()
    {
        using var visitor = console.Visitor();

        var answer = await visitor.SignInAsync("ada", "ada-demo", "/case/4f2k");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/case/4f2k", answer.Headers.Location!.ToString());
        Assert.Contains("samesite=strict; httponly", answer.Header("Set-Cookie"), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("sam", "wrong")]
    [InlineData("nobody", "nobody-demo")]
    [InlineData("sam", "")]
    public async Task Says_the_same_for_a_wrong_password_and_an_unknown_name(string user, string password)
    {
        using var visitor = console.Visitor();

        var answer = await visitor.SignInAsync(user, password);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("The user name or the password is wrong.", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Null(visitor.Cookie("desk"));
    }

    [Fact]
    public async Task Is_refused_without_the_token_of_the_form()
    {
        using var visitor = console.Visitor();
        await visitor.GetAsync("/sign-in");

        var answer = await visitor.PostAsync("/sign-in", ("user", "ada"), ("password", "ada-demo"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This page was too old.", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Null(visitor.Cookie("desk"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Never_leads_to_another_site(string returnUrl)
    {
        using var visitor = console.Visitor();

        var answer = await visitor.SignInAsync("kit", "kit-demo", returnUrl);

        Assert.Equal("/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Ends_with_signing_out()
    {
        using var visitor = console.Visitor();
        await visitor.SignInAsync("ada", "ada-demo");

        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/sign-out")).StatusCode);
        await visitor.PostAsync("/sign-out", ("__RequestVerificationToken", await visitor.TokenAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Is_refused_after_too_many_tries_for_one_account_even_with_the_right_password()
    {
        using var visitor = console.Visitor();
        for (var attempt = 0; attempt < SignInAttempts.PerWindow; attempt++) await visitor.SignInAsync("tries-many-times", "wrong");

        var answer = await visitor.SignInAsync("Tries-Many-Times", "wrong");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SignInAsync("kit", "kit-demo")).StatusCode);
    }
}

public class Tries_for_one_account
{
    [Fact]
    public void Are_counted_afresh_after_a_minute()
    {
        var clock = new FakeTimeProvider(Some.Now);
        var attempts = new SignInAttempts(clock);
        for (var attempt = 0; attempt < SignInAttempts.PerWindow; attempt++) Assert.True(attempts.TryBegin("ada"));
        Assert.False(attempts.TryBegin("ada"));

        clock.Advance(SignInAttempts.Window);

        Assert.True(attempts.TryBegin("ada"));
    }
}

public class Outside_Development
{
    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void Demo_accounts_keep_the_console_from_starting(string environment)
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Build(environment, "--Console:DemoAccounts=true"));

        Assert.Contains("demo accounts exist in Development only", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_console_nobody_could_sign_in_to_does_not_start()
    {
        var refusal = Assert.Throws<InvalidOperationException>(() => Build(Environments.Production));

        Assert.Contains("Console:OpenIdConnect is missing", refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refusal.Message);
    }

    private static void Build(string environment, params string[] args) => ConsoleApp.Build(
        new ConsoleSettings(new Uri("http://127.0.0.1:0"), 1, Path.GetTempPath(), RehearsalSilo.TicketKey, environment), args);
}
