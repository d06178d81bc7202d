namespace EngagementBot.Host.Protocol;

/// <summary>Problem details (RFC 9457) that also carry Direct Line's error member. One sentence, never the text that was sent.</summary>
public sealed record ProblemBody(string Type, string Title, int Status, string Detail, DirectLineError Error);

public sealed record DirectLineError(string Code, string Message);

/// <summary>Every refusal this service gives over HTTP.</summary>
internal static class Problems
{
    public static IResult BadJson => Problem(400, "BadArgument", "The body is not JSON this service can read.");
    public static IResult TooLarge => Problem(413, "MessageSizeTooBig", "The body is larger than 64 KiB.");
    public static IResult TooLong => Problem(400, "BadArgument", "A message has at most 4,000 characters.");
    public static IResult MissingType => Problem(400, "BadArgument", "An activity needs a type.");
    public static IResult MissingText => Problem(400, "BadArgument", "A message needs a text.");
    public static IResult MissingConversation => Problem(400, "BadArgument", "An activity needs conversation.id, at most 200 characters long.");
    public static IResult BadServiceUrl => Problem(400, "BadArgument", "The service URL is not one this service may call.");
    public static IResult UnknownConversation => Problem(404, "BadArgument", "There is no such conversation.");
    public static IResult NoFiles => Problem(415, "BadArgument", "Pictures and files are not accepted.");
    public static IResult MissingToken => Problem(401, "BadArgument", "A Direct Line token is needed.");
    public static IResult WrongSecret => Problem(403, "BadArgument", "The secret is not the one configured.");
    public static IResult TokenExpired => Problem(403, "TokenExpired", "The token has expired.");
    public static IResult TokenForeign => Problem(403, "BadArgument", "The token is not valid for this conversation.");
    public static IResult NotASocket => Problem(400, "BadArgument", "This address is for WebSocket connections.");
    public static IResult WrongMethod => Problem(405, "BadArgument", "This address does not take that method.");
    public static IResult NotFound => Problem(404, "BadArgument", "There is nothing at this address.");
    public static IResult ServiceError => Problem(500, "ServiceError", "Something went wrong here; nothing that was acknowledged is lost.");
    public static IResult ForbiddenCaller => Problem(401, "BadArgument", "This endpoint is closed until app credentials are configured.");

    public static IResult TooFast(TimeSpan retryAfter) => new RetryLater(retryAfter);

    private static IResult Problem(int status, string code, string message) => Results.Json(
        new ProblemBody("about:blank", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status), status, message, new DirectLineError(code, message)),
        ProtocolJson.Default.ProblemBody, "application/problem+json", status);

    private sealed class RetryLater(TimeSpan after) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds));
            httpContext.Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Problem(429, "TooManyRequests", "That was too fast; try again in a moment.").ExecuteAsync(httpContext);
        }
    }
}
