using EngagementBot.Contracts;
using EngagementBot.Conversations.Identifiers;

namespace EngagementBot.Host.AzureLanguage;

/// <summary>Where Azure AI Language answers and how we may ask it; null settings mean that it is switched off.</summary>
/// <param name="Endpoint">The resource's address without a path.</param>
/// <param name="Key">Sent as Ocp-Apim-Subscription-Key.</param>
public sealed record AzureLanguageSettings(Uri Endpoint, string Key)
{
    public override string ToString() => Endpoint.Host;
}

/// <summary>What it said of one message: more to cover on a screen, and a hint of its tone. It decides nothing.</summary>
/// <param name="Found">Spans inside the message.</param>
/// <param name="Tone">Null where that half gave no answer.</param>
internal sealed record LanguageReading(IReadOnlyList<Identifier> Found, Tone? Tone);
