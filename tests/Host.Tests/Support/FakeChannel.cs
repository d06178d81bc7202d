using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace EngagementBot.Host.Tests.Support;

/// <summary>A Bot Framework channel's service URL: keeps what is pushed to it, by conversation, in the order it came.</summary>
internal sealed class FakeChannel : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<JsonObject>> received = new();
    private TaskCompletionSource arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private FakeChannel(WebApplication app) => this.app = app;

    /// <summary>What to answer a push with; null is 200.</summary>
    public Func<JsonObject, Task<int?>> Answer { get; set; } = _ => Task.FromResult<int?>(null);

    public string Url => app.Urls.First();

    public static async Task<FakeChannel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var channel = new FakeChannel(builder.Build());
        channel.app.MapPost("/v3/conversations/{conversation}/activities/{**reply}", channel.TakeAsync);
        await channel.app.StartAsync();
        return channel;
    }

    public IReadOnlyList<JsonObject> Pushed(string conversation) =>
        received.TryGetValue(conversation, out var all) ? [.. all] : [];

    /// <summary>Waits until the condition holds, looking again after each arrival.</summary>
    public async Task UntilAsync(Func<bool> holds, CancellationToken cancelled)
    {
        while (true)
        {
            var next = arrival.Task;
            if (holds()) return;
            await next.WaitAsync(cancelled);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(string conversation, HttpRequest request)
    {
        var activity = (await request.ReadFromJsonAsync<JsonObject>())!;
        if (await Answer(activity) is { } refused) return Results.StatusCode(refused);

        received.GetOrAdd(conversation, _ => new()).Enqueue(activity);
        Interlocked.Exchange(ref arrival, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return Results.Ok();
    }
}
