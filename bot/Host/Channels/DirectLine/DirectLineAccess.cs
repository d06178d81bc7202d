using System.Security.Cryptography;
using System.Text;
using EngagementBot.Host.Protocol;

namespace EngagementBot.Host.Channels.DirectLine;

/// <summary>Who may do what on Direct Line: a token opens its own conversation, the secret (server-side callers) any.</summary>
internal sealed class DirectLineAccess(DirectLineTokens tokens, DirectLineSettings settings)
{
    private const string Scheme = "Bearer ";

    /// <summary>May ask for a token: anybody, unless a secret is configured.</summary>
    public IResult? RefuseTokenRequest(HttpRequest request)
    {
        if (settings.Secret is null) return null;
        if (Bearer(request) is not { } presented) return Problems.MissingToken;
        return IsSecret(presented) ? null : Problems.WrongSecret;
    }

    /// <summary>The holder for a call on <paramref name="conversationId"/>, or the refusal to answer with.</summary>
    public async Task<(TokenHolder? Holder, IResult? Refusal)> EnterAsync(HttpRequest request, string conversationId)
    {
        if (Bearer(request) is not { } presented) return (null, Problems.MissingToken);
        if (IsSecret(presented))
            return tokens.IsKnown(conversationId)
                ? (new TokenHolder(conversationId, DirectLineTokens.NewUserId()), null)
                : (null, Problems.UnknownConversation);

        var (state, holder) = await tokens.ReadAsync(presented);
        return state switch
        {
            TokenState.Bad => (null, Problems.TokenForeign),
            TokenState.Expired => (null, Problems.TokenExpired),
            TokenState.Valid when !tokens.IsKnown(conversationId) => (null, Problems.UnknownConversation),
            TokenState.Valid when holder!.ConversationId != conversationId => (null, Problems.TokenForeign),
            TokenState.Valid => (holder, null),
        };
    }

    /// <summary>The holder named by the token itself, where the address names no conversation.</summary>
    public async Task<(TokenHolder? Holder, IResult? Refusal)> EnterByTokenAsync(HttpRequest request)
    {
        if (Bearer(request) is not { } presented) return (null, Problems.MissingToken);
        if (IsSecret(presented)) return (new TokenHolder(tokens.NewConversationId(), DirectLineTokens.NewUserId()), null);

        var (state, holder) = await tokens.ReadAsync(presented);
        return state switch
        {
            TokenState.Bad => (null, Problems.TokenForeign),
            TokenState.Expired => (null, Problems.TokenExpired),
            TokenState.Valid => (holder, null),
        };
    }

    private static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;

    private bool IsSecret(string presented) =>
        settings.Secret is { } secret
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(presented), Encoding.UTF8.GetBytes(secret));
}
