using EngagementBot.Contracts;
using EngagementBot.Conversations;
using EngagementBot.Host.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;

namespace EngagementBot.Host.Web;

/// <summary>live: the process answers. startup: the silo answers. ready: the silo answers and the store can be read.</summary>
internal static class Health
{
    public const string Live = "live";
    public const string Ready = "ready";
    public const string Startup = "startup";

    public static void AddHealthAndMetrics(this IServiceCollection services)
    {
        services.AddHealthChecks()
            .AddCheck("process", () => HealthCheckResult.Healthy(), [Live])
            .AddCheck<SiloCheck>("silo", tags: [Ready, Startup])
            .AddCheck<StoreCheck>("store", tags: [Ready]);
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddMeter(BotMetrics.Name, "Microsoft.Orleans")
            .AddPrometheusExporter());
    }
}

internal sealed class SiloCheck(IGrainFactory grains) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await grains.GetGrain<IDispatchGrain>(Dispatch.DefaultTeam).DeskAsync().WaitAsync(TimeSpan.FromSeconds(5), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception fault) when (fault is TimeoutException or OrleansException or InvalidOperationException)
        {
            return HealthCheckResult.Unhealthy("The silo does not answer.");
        }
    }
}

internal sealed class StoreCheck(IConversationStore store) : IHealthCheck
{
    private static readonly ConversationKey Nobody = new("health");

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await store.NewestAsync(Nobody);
        return HealthCheckResult.Healthy();
    }
}
