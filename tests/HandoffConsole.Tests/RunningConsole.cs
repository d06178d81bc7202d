using System.Net;
using EngagementBot.HandoffConsole.Rehearsal;
using EngagementBot.HandoffConsole.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: AssemblyFixture(typeof(RunningConsole))]

namespace EngagementBot.HandoffConsole.Tests;

/// <summary>The whole console on a free port, against a silo of played cases. One for all tests: each uses its own cases.</summary>
public sealed class RunningConsole : IAsyncLifetime
{
    private readonly string data = Directory.CreateTempSubdirectory("console-tests").FullName;
    private IHost silo = null!;
    private WebApplication console = null!;

    public Stage Stage { get; } = new(TimeProvider.System);

    public IServiceProvider Services => console.Services;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (silo, var gatewayPort) = await RehearsalSilo.StartAsync(Stage);
        var settings = new ConsoleSettings(new Uri("http://127.0.0.1:0"), gatewayPort, data, RehearsalSilo.TicketKey, Environments.Development);
        console = ConsoleApp.Build(settings, []);
        await console.StartAsync(TestContext.Current.CancellationToken);
        Address = new Uri(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
    }

    public async ValueTask DisposeAsync()
    {
        await console.StopAsync(TestContext.Current.CancellationToken);
        await console.DisposeAsync();
        await silo.StopAsync(TestContext.Current.CancellationToken);
        silo.Dispose();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>A browser without scripts: keeps cookies, follows no redirect.</summary>
    public Visitor Visitor() => new(Address);
}

public sealed class Visitor(Uri address) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private HttpClient? client;

    public Cookie? Cookie(string name) => cookies.GetCookies(address)[name];

    private HttpClient Client => client ??= new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };

    public Task<HttpResponseMessage> GetAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields) =>
        Client.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value)), TestContext.Current.CancellationToken);

    /// <summary>Fills in the form of the sign-in page and sends it.</summary>
    public async Task<HttpResponseMessage> SignInAsync(string user, string password, string returnUrl = "")
    {
        var token = await TokenAsync();
        return await PostAsync("/sign-in", ("user", user), ("password", password), ("returnUrl", returnUrl), ("__RequestVerificationToken", token));
    }

    public async Task<string> TokenAsync()
    {
        var page = await (await GetAsync("/sign-in")).TextAsync();
        return page.Split("name=\"__RequestVerificationToken\" value=\"")[1].Split('"')[0];
    }

    public void Dispose() => client?.Dispose();
}

internal static class Answers
{
    public static Task<string> TextAsync(this HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
