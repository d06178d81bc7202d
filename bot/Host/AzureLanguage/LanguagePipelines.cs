using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace EngagementBot.Host.AzureLanguage;

/// <summary>How a call is made and what it may cost: at most four at once, none waiting, 800 ms each, two more tries, and half a minute
/// without any once most have failed.</summary>
internal static class LanguagePipelines
{
    private const int AtOnce = 4;
    private static readonly TimeSpan EachTry = TimeSpan.FromMilliseconds(800);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    public static ResiliencePipeline<Response> Resilience(TimeProvider clock)
    {
        var failed = new PredicateBuilder<Response>()
            .Handle<RequestFailedException>().Handle<IOException>().Handle<TimeoutRejectedException>()
            .HandleResult(answer => answer.Status is 408 or 429 or >= 500);
        return new ResiliencePipelineBuilder<Response> { TimeProvider = clock }
            .AddConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = AtOnce, QueueLimit = 0 })
            .AddRetry(new RetryStrategyOptions<Response>
            {
                ShouldHandle = failed,
                MaxRetryAttempts = 2,
                Delay = TimeSpan.FromMilliseconds(200),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                DelayGenerator = attempt => ValueTask.FromResult(RetryAfter(attempt.Outcome.Result)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<Response> { ShouldHandle = failed, MinimumThroughput = 6, FailureRatio = 0.6, SamplingDuration = Rest, BreakDuration = Rest })
            .AddTimeout(EachTry)
            .Build();
    }

    /// <summary>Azure.Core's pipeline with its own retries and logging off: Polly tries again, and no header or body is ever written down.</summary>
    public static HttpPipeline Requests(AzureLanguageSettings settings)
    {
        var options = new LanguageClientOptions
        {
            Transport = new HttpClientTransport(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All }),
        };
        options.Retry.MaxRetries = 0;
        options.Diagnostics.IsLoggingEnabled = false;
        options.Diagnostics.IsLoggingContentEnabled = false;
        options.Diagnostics.IsDistributedTracingEnabled = false;
        options.Diagnostics.IsTelemetryEnabled = false;
        return HttpPipelineBuilder.Build(options, new KeyPolicy(settings.Key));
    }

    // Null: the usual pause. What asks for longer is not worth waiting for; the next look tries again.
    private static TimeSpan? RetryAfter(Response? answer) =>
        answer is not null && answer.Headers.TryGetValue("Retry-After", out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestRetryAfter.TotalSeconds))
            : null;

    private sealed class KeyPolicy(string key) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Ocp-Apim-Subscription-Key", key);
    }

    private sealed class LanguageClientOptions : ClientOptions;
}
