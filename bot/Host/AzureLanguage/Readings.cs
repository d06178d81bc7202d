using EngagementBot.Conversations.Identifiers;

namespace EngagementBot.Host.AzureLanguage;

/// <summary>The readings of one conversation, by the sequence of their message. In memory: after a restart it is asked again.</summary>
internal sealed class Readings
{
    private static readonly TimeSpan PauseAfterSilence = TimeSpan.FromSeconds(30);

    private readonly SortedDictionary<long, LanguageReading> kept = [];
    private bool isReading;
    private DateTimeOffset notBefore = DateTimeOffset.MinValue;

    public LanguageReading? Newest => kept.Count == 0 ? null : kept.Last().Value;

    public IReadOnlyList<Identifier>? Of(long sequence) => kept.GetValueOrDefault(sequence)?.Found;

    public void Keep(long sequence, LanguageReading reading) => kept[sequence] = reading;

    /// <summary>One run at a time, and none for a while after one that got no answer.</summary>
    public bool TryBegin(DateTimeOffset now)
    {
        if (isReading || now < notBefore) return false;
        return isReading = true;
    }

    public void End(DateTimeOffset now, bool answered)
    {
        isReading = false;
        if (!answered) notBefore = now + PauseAfterSilence;
    }
}
