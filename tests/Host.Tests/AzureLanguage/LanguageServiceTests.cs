using System.Collections.Concurrent;
using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.Host.AzureLanguage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace EngagementBot.Host.Tests.AzureLanguage;

public sealed class Asking_Azure_AI_Language : IAsyncLifetime
{
    private static readonly MessageText Words = new("aaliyah's mate Aaliyah is 14, ring 999, maybe");

    private readonly KeptLog log = new();
    private FakeLanguageServer server = null!;

    public async ValueTask InitializeAsync() => server = await FakeLanguageServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Sends_the_published_shape_with_logging_refused()
    {
        await Service().ReadAsync(Words, "en");

        var asked = server.Asked.ToArray();
        Assert.Equal(["PiiEntityRecognition", "SentimentAnalysis"], asked.Select(one => one["kind"]!.GetValue<string>()));
        Assert.All(asked, one =>
        {
            Assert.Equal(["modelVersion", "loggingOptOut", "stringIndexType"], one["parameters"]!.AsObject().Select(each => each.Key));
            Assert.True(one["parameters"]!["loggingOptOut"]!.GetValue<bool>());
            Assert.Equal("Utf16CodeUnit", one["parameters"]!["stringIndexType"]!.GetValue<string>());
            var document = Assert.Single(one["analysisInput"]!["documents"]!.AsArray())!;
            Assert.Equal(("1", "en", Words.Words), (document["id"]!.GetValue<string>(), document["language"]!.GetValue<string>(), document["text"]!.GetValue<string>()));
        });
    }

    [Fact]
    public async Task Takes_names_it_is_sure_of_and_leaves_ages_and_helplines()
    {
        var reading = await Service().ReadAsync(Words, "en");

        var found = Assert.Single(reading!.Found);
        Assert.Equal((IdentifierKind.Name, "Aaliyah", 15), (found.Kind, found.In(Words.Words), found.Start));
        Assert.Equal(Tone.Negative, reading.Tone);
    }

    [Fact]
    public async Task Counts_as_NET_does_after_an_emoji()
    {
        var words = new MessageText("😔😔 its Aaliyah");

        Assert.Equal("Aaliyah", (await Service().ReadAsync(words, "en"))!.Found[0].In(words.Words));
    }

    [Theory]
    [InlineData("500", 3)]
    [InlineData("429 with Retry-After", 3)]
    [InlineData("401", 1)]
    [InlineData("slow", 3)]
    [InlineData("rubbish JSON", 1)]
    [InlineData("JSON of another shape", 1)]
    [InlineData("nulls", 1)]
    [InlineData("no body", 1)]
    [InlineData("cut connection", 3)]
    [InlineData("cut in the middle", 3)]
    public async Task Comes_to_no_answer_and_no_exception_whatever_fails(string fault, int tries)
    {
        server.Fault = LanguageFaults.Named(fault);

        Assert.Null(await Service(tries > 1 ? TimeProvider.System : Standing).ReadAsync(Words, "en"));

        Assert.Equal(tries, server.Requests);
        Assert.Single(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Contains("Aaliyah", StringComparison.OrdinalIgnoreCase) || line.Contains(FakeLanguageServer.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ignores_spans_that_are_not_in_the_message()
    {
        server.Fault = LanguageFaults.Named("spans outside the text");

        var reading = await Service().ReadAsync(Words, "en");

        Assert.Empty(reading!.Found);
        Assert.Null(reading.Tone);
    }

    [Fact]
    public async Task Waits_as_long_as_it_is_told_before_the_next_try()
    {
        var answers = new ConcurrentQueue<long>();
        server.Fault = async context =>
        {
            answers.Enqueue(TimeProvider.System.GetTimestamp());
            return answers.Count == 1 && await LanguageFaults.Named("429 with Retry-After")(context);
        };

        Assert.NotNull(await Service(TimeProvider.System).ReadAsync(Words, "en"));

        var times = answers.ToArray();
        Assert.True(TimeProvider.System.GetElapsedTime(times[0], times[1]) >= TimeSpan.FromMilliseconds(950));
    }

    [Fact]
    public async Task Stops_asking_for_a_while_once_most_tries_fail()
    {
        server.Fault = LanguageFaults.Named("cut connection");
        var service = Service(TimeProvider.System);
        for (var message = 0; message < 4; message++) await service.ReadAsync(Words, "en");
        var before = server.Requests;

        Assert.Null(await service.ReadAsync(Words, "en"));

        Assert.Equal(before, server.Requests);
        Assert.Contains(log.Lines, line => line.Contains("BrokenCircuitException", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_never_more_than_four_at_once()
    {
        var held = new TaskCompletionSource();
        var four = new CountdownEvent(4);
        server.Fault = async _ =>
        {
            if (!four.IsSet) four.Signal();
            await held.Task;
            return false;
        };
        var service = Service();
        var first = Enumerable.Range(0, 4).Select(_ => service.ReadAsync(Words, "en")).ToArray();
        await Task.Run(() => four.Wait(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        Assert.Null(await service.ReadAsync(Words, "en"));

        Assert.Contains(log.Lines, line => line.Contains("RateLimiterRejectedException", StringComparison.Ordinal));
        held.SetResult();
        await Task.WhenAll(first);
    }

    [Fact]
    public async Task Switched_off_asks_nothing()
    {
        var service = new LanguageService(null, TimeProvider.System, log);

        Assert.False(service.IsOn);
        Assert.Null(await service.ReadAsync(Words, "en"));
    }

    // Where time plays no part it stands still, so that a slow machine is no slow answer.
    private static TimeProvider Standing => new FakeTimeProvider();

    private LanguageService Service(TimeProvider? clock = null) => new(new AzureLanguageSettings(server.Url, FakeLanguageServer.Key), clock ?? Standing, log);

    private sealed class KeptLog : ILogger<LanguageService>
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);
    }
}
