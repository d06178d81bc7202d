using System.Text.Json;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace EngagementBot.Host.Tests.AzureLanguage;

/// <summary>The whole service with Azure AI Language switched on, and a server in its place.</summary>
public sealed class With_Azure_AI_Language_on_a_case : IAsyncLifetime
{
    private const string Disclosure = "they said i owe 2 grand and they know where my sister Aaliyah goes school. ring 07700 900123";

    private FakeLanguageServer server = null!;
    private TestBot bot = null!;
    private OutsideClient outside = null!;

    private string Key => bot.Services.GetRequiredService<ChannelNames>().Conversation("connector:webchat", "c").Value;

    public async ValueTask InitializeAsync()
    {
        server = await FakeLanguageServer.StartAsync();
        bot = await TestBot.StartAsync(null, null,
            ("Azure:Language:Enabled", "true"), ("Azure:Language:Endpoint", server.Url.ToString()), ("Azure:Language:Key", FakeLanguageServer.Key));
        outside = await OutsideClient.ConnectAsync(bot);
    }

    public async ValueTask DisposeAsync()
    {
        await outside.DisposeAsync();
        await bot.DisposeAsync();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task What_it_finds_is_covered_too_and_opened_like_the_rest()
    {
        await bot.SayAsync("c", Disclosure, "m1");
        await Case().ClaimAsync(new OperationId("claim"));

        var file = await OpenUntilReadAsync();

        Assert.Equal(Tone.Negative, file.Tone);
        var wrote = file.Log.SelectMany(commit => commit.Events).OfType<ConversationEvent.YoungPersonWrote>().Single();
        Assert.Equal("they said i owe 2 grand and they know where my sister [name hidden] goes school. ring [phone number hidden]", wrote.Text.Words);
        Assert.Equal("07700 900123", (await Case().UnsealAsync(new OperationId("one"), 1, 0, "the police need it")).Value?.Words);
        Assert.Equal("Aaliyah", (await Case().UnsealAsync(new OperationId("two"), 1, 1, "the police need it")).Value?.Words);
        Assert.Null((await Case().UnsealAsync(new OperationId("three"), 1, 2, "the police need it")).Value);
    }

    [Fact]
    public async Task Nothing_is_asked_before_a_caseworker_looks()
    {
        await bot.SayAsync("c", Disclosure, "m1");
        await bot.SayAsync("d", "what is grooming", "m1");

        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData("500")]
    [InlineData("429 with Retry-After")]
    [InlineData("slow")]
    [InlineData("rubbish JSON")]
    [InlineData("cut connection")]
    public async Task Nothing_changes_for_the_young_person_or_the_caseworker_when_it_fails(string fault)
    {
        server.Fault = LanguageFaults.Named(fault);
        await using var without = await TestBot.StartAsync();
        string[] messages = [Disclosure, "yes", "ok", "my name is Jay"];

        foreach (var (text, at) in messages.Select((text, at) => (text, at)))
        {
            var answered = await bot.SayAsync("c", text, $"m{at}");
            await Case().OpenAsync();
            Assert.Equal(
                (await without.SayAsync("c", text, $"m{at}")).Select(said => said["text"]?.ToString()),
                answered.Select(said => said["text"]?.ToString()));
        }

        var file = await Case().OpenAsync();
        Assert.Null(file!.Tone);
        Assert.DoesNotContain("900123", JsonSerializer.Serialize(file), StringComparison.Ordinal);
    }

    private async Task<CaseFile> OpenUntilReadAsync()
    {
        while (true)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            if (await Case().OpenAsync() is { Tone: not null } file) return file;
        }
    }

    private ICaseGrain Case()
    {
        RequestContext.Set(
            CaseworkerTickets.ContextKey,
            new CaseworkerTickets(bot.TicketKey, bot.Clock).Issue(new TicketHolder(new Caseworker(new CaseworkerId("ada"), "Ada"), CaseworkerRole.Caseworker)));
        return outside.Cluster.GetGrain<ICaseGrain>(Key);
    }
}
