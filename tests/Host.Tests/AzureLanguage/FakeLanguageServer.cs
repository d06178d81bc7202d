using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EngagementBot.Host.Tests.AzureLanguage;

/// <summary>A local server that speaks the published shapes of <c>:analyze-text</c>, version 2023-04-01, and fails on command.</summary>
internal sealed class FakeLanguageServer : IAsyncDisposable
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    private readonly WebApplication app;

    private FakeLanguageServer(WebApplication app) => this.app = app;

    /// <summary>What happens to each request before it is answered; true where that was the answer.</summary>
    public Func<HttpContext, Task<bool>> Fault { get; set; } = _ => Task.FromResult(false);

    /// <summary>Words it takes for a person's name.</summary>
    public string Person { get; set; } = "Aaliyah";

    public ConcurrentQueue<JsonObject> Asked { get; } = new();

    public int Requests => requests;

    private int requests;

    public Uri Url => new(app.Urls.First());

    public static async Task<FakeLanguageServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new FakeLanguageServer(app);
        app.MapPost("/language/:analyze-text", server.AnswerAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        if (await Fault(context)) return;

        if (context.Request.Query["api-version"] != "2023-04-01" || context.Request.Headers["Ocp-Apim-Subscription-Key"] != Key)
        {
            context.Response.StatusCode = 401;
            await context.Response.WriteAsJsonAsync(new { error = new { code = "401", message = "Access denied" } });
            return;
        }

        var asked = (await context.Request.ReadFromJsonAsync<JsonObject>())!;
        Asked.Enqueue(asked);
        var text = asked["analysisInput"]!["documents"]![0]!["text"]!.GetValue<string>();
        await context.Response.WriteAsJsonAsync(asked["kind"]!.GetValue<string>() == "PiiEntityRecognition" ? Pii(text) : Sentiment());
    }

    private JsonObject Pii(string text)
    {
        var entities = new JsonArray();
        Add(Person, "Person", 0.97);
        Add("999", "PhoneNumber", 0.8);
        Add("14", "Quantity", 0.9);
        if (text.Contains("maybe", StringComparison.Ordinal)) Add("maybe", "Person", 0.3);
        return Answer("PiiEntityRecognitionResults", new JsonObject { ["id"] = "1", ["redactedText"] = "", ["entities"] = entities, ["warnings"] = new JsonArray() });

        void Add(string words, string category, double score)
        {
            var at = text.IndexOf(words, StringComparison.Ordinal);
            if (at >= 0) entities.Add(new JsonObject { ["text"] = words, ["category"] = category, ["offset"] = at, ["length"] = words.Length, ["confidenceScore"] = score });
        }
    }

    private static JsonObject Sentiment() => Answer("SentimentAnalysisResults", new JsonObject
    {
        ["id"] = "1",
        ["sentiment"] = "negative",
        ["confidenceScores"] = new JsonObject { ["positive"] = 0.01, ["neutral"] = 0.04, ["negative"] = 0.95 },
        ["sentences"] = new JsonArray(),
        ["warnings"] = new JsonArray(),
    });

    private static JsonObject Answer(string kind, JsonObject document) => new()
    {
        ["kind"] = kind,
        ["results"] = new JsonObject { ["documents"] = new JsonArray(document), ["errors"] = new JsonArray(), ["modelVersion"] = "2023-04-01" },
    };
}

/// <summary>Ways in which it can let us down.</summary>
internal static class LanguageFaults
{
    public static Func<HttpContext, Task<bool>> Named(string name) => name switch
    {
        "500" => Status(500),
        "429 with Retry-After" => async context =>
        {
            context.Response.Headers.RetryAfter = "1";
            return await Status(429)(context);
        },
        "401" => Status(401),
        "slow" => async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return true;
        },
        "rubbish JSON" => Body("{\"kind\": [7, {\"results\": \"no"),
        "JSON of another shape" => Body("{\"kind\":\"PiiEntityRecognitionResults\",\"results\":{\"documents\":[{\"entities\":\"none\"}]}}"),
        "nulls" => Body("{\"kind\":\"PiiEntityRecognitionResults\",\"results\":{\"documents\":[null]}}"),
        "no body" => Body(""),
        "spans outside the text" => Body("{\"kind\":\"PiiEntityRecognitionResults\",\"results\":{\"documents\":[{\"id\":\"1\",\"entities\":[null,{\"text\":\"x\",\"category\":\"Person\",\"offset\":-1,\"length\":5,\"confidenceScore\":1},{\"text\":\"x\",\"category\":\"Person\",\"offset\":3,\"length\":2147483647,\"confidenceScore\":1},{\"text\":\"other\",\"category\":\"Person\",\"offset\":0,\"length\":5,\"confidenceScore\":1}]}]}}"),
        "cut connection" => context =>
        {
            context.Abort();
            return Task.FromResult(true);
        },
        "cut in the middle" => async context =>
        {
            context.Response.ContentLength = 500;
            await context.Response.WriteAsync("{\"kind\":\"Pii");
            await context.Response.Body.FlushAsync();
            context.Abort();
            return true;
        },
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    private static Func<HttpContext, Task<bool>> Status(int status) => async context =>
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsync("{}");
        return true;
    };

    private static Func<HttpContext, Task<bool>> Body(string body) => async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body);
        return true;
    };
}
