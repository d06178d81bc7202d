using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using EngagementBot.Conversations;
using Polly;

namespace EngagementBot.Host.AzureLanguage;

/// <summary>Asks Azure AI Language about a message. Never in a young person's turn, never a reason for anything: whatever goes wrong there
/// comes out as no answer.</summary>
internal sealed class LanguageService(AzureLanguageSettings? settings, TimeProvider clock, ILogger<LanguageService> logger)
{
    private readonly HttpPipeline? requests = settings is null ? null : LanguagePipelines.Requests(settings);
    private readonly ResiliencePipeline<Response> resilience = LanguagePipelines.Resilience(clock);

    public bool IsOn => settings is not null;

    /// <returns>Null where neither question was answered; nothing is thrown.</returns>
    public async Task<LanguageReading?> ReadAsync(MessageText text, string language)
    {
        if (await AskAsync(AnalyzeTextRequest.Pii, text, language) is not { } answer) return null;

        if (LanguageAnswers.Identifiers(answer, text.Words) is not { } identifiers)
        {
            LanguageLogMessages.NoAnswer(logger, "another shape");
            return null;
        }

        return new LanguageReading(identifiers, LanguageAnswers.Tone(await AskAsync(AnalyzeTextRequest.Sentiment, text, language)));
    }

    private async Task<AnalyzeTextResponse?> AskAsync(string kind, MessageText text, string language)
    {
        if (requests is null || settings is null) return null;

        try
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(AnalyzeTextRequest.For(kind, text.Words, language), LanguageJson.Default.AnalyzeTextRequest);
            using var answer = await resilience.ExecuteAsync(async cancelled => await SendAsync(requests, settings.Endpoint, body, cancelled));
            if (answer.Status == 200) return JsonSerializer.Deserialize(answer.Content.ToMemory().Span, LanguageJson.Default.AnalyzeTextResponse);

            LanguageLogMessages.Refused(logger, answer.Status);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            LanguageLogMessages.NoAnswer(logger, fault.GetType().Name);
        }

        return null;
    }

    private static async ValueTask<Response> SendAsync(HttpPipeline pipeline, Uri endpoint, byte[] body, CancellationToken cancelled)
    {
        var message = pipeline.CreateMessage();
        message.BufferResponse = true;
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new Uri(endpoint, "language/:analyze-text?api-version=2023-04-01"));
        message.Request.Headers.Add("Content-Type", "application/json");
        message.Request.Headers.Add("Accept", "application/json");
        message.Request.Content = RequestContent.Create(body);
        try
        {
            await pipeline.SendAsync(message, cancelled);
            return message.Response;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }
}

/// <summary>What may be logged about it: kinds of fault and status codes.</summary>
internal static partial class LanguageLogMessages
{
    [LoggerMessage(401, LogLevel.Warning, "Azure AI Language gave no answer ({Fault}); what the service finds itself stands")]
    public static partial void NoAnswer(ILogger logger, string fault);

    [LoggerMessage(402, LogLevel.Warning, "Azure AI Language refused with HTTP {Status}; what the service finds itself stands")]
    public static partial void Refused(ILogger logger, int status);
}
