using EngagementBot.Host.Channels.Connector;
using EngagementBot.Host.Channels.DirectLine;
using EngagementBot.Host.Protocol;
using EngagementBot.Host.Start;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace EngagementBot.Host.Web;

/// <summary>Every address of the bot host, who may call it, and what answers. What is not here is 404.</summary>
internal static class BotRoutes
{
    public static void Map(WebApplication app, BotSettings settings)
    {
        app.UseExceptionHandler(errors => errors.Run(AnswerFault));
        app.UseStatusCodePages(async context => await Bare(context.HttpContext).ExecuteAsync(context.HttpContext));
        app.UseResponseHeaders();
        app.UseRouting();
        app.UseCors();
        app.UseWebSockets();

        var directLine = app.Services.GetRequiredService<DirectLineEndpoints>();
        var messages = app.Services.GetRequiredService<MessagesEndpoint>();
        var widget = app.Services.GetRequiredService<WidgetPage>();

        // Address                                                   Who may call                    How that is checked
        // --- Direct Line 3.0: young people's browsers -------------------------------------------------------------------
        var line = app.MapGroup("/v3/directline").RequireCors(DirectLineCors.Policy);
        line.MapPost("/tokens/generate", directLine.GenerateTokenAsync);                       // anyone, or holders of the secret
        line.MapPost("/tokens/refresh", directLine.RefreshTokenAsync);                         // a token's holder
        line.MapPost("/conversations", directLine.StartAsync);                                 // a token's holder, or the secret's
        line.MapGet("/conversations/{conversationId}", directLine.ReconnectAsync);             // the conversation's token
        line.MapGet("/conversations/{conversationId}/activities", directLine.ReadAsync);       // the conversation's token
        line.MapPost("/conversations/{conversationId}/activities", directLine.PostAsync);      // the conversation's token
        line.MapPost("/conversations/{conversationId}/upload", DirectLineEndpoints.Upload);    // refused to all: no pictures
        line.MapGet("/conversations/{conversationId}/stream", directLine.StreamAsync);         // a stream token, 60 seconds

        // --- Bot Framework channels -------------------------------------------------------------------------------------
        app.MapPost("/api/messages", messages.ReceiveAsync);                                   // open in Development only

        // --- The chat page: anyone --------------------------------------------------------------------------------------
        app.MapGet("/", widget.Index);
        app.MapGet("/{file}", widget.File);

        // --- Operators, on a private network ----------------------------------------------------------------------------
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Health.Live) });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Health.Ready) });
        app.MapHealthChecks("/health/startup", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Health.Startup) });
        app.MapPrometheusScrapingEndpoint("/metrics");
    }

    private static Task AnswerFault(HttpContext context)
    {
        var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (fault is not (null or BadHttpRequestException))
            HttpLog.Failed(context.RequestServices.GetRequiredService<ILogger<Faults>>(), fault.GetType().Name, fault.TargetSite?.Name ?? "?");
        return (fault is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } ? Problems.TooLarge
            : fault is BadHttpRequestException ? Problems.BadJson
            : Problems.ServiceError).ExecuteAsync(context);
    }

    private sealed class Faults;

    // Statuses that routing gives by itself, put into the same form as all other refusals.
    private static IResult Bare(HttpContext context) => context.Response.StatusCode switch
    {
        StatusCodes.Status405MethodNotAllowed => Problems.WrongMethod,
        _ => Problems.NotFound,
    };
}
