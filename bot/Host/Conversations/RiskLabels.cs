using System.Security.Cryptography;
using System.Text;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.Host.Keys;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Conversations;

/// <summary>Invented sentences on their way to review. Their store knows a conversation by a keyed hash of its key only.</summary>
internal sealed class RiskLabels(IRiskLabelStore store, ServiceKeys keys, TimeProvider clock)
{
    /// <summary>The same operation brings its sentence in once.</summary>
    public Task AddAsync(ConversationKey conversation, OperationId operation, RiskCorrection correction)
    {
        var example = correction.Example ?? throw new ArgumentException("There is no sentence to keep.", nameof(correction));
        var label = new RiskLabel(
            $"cw-{NewId.Random()[..12]}", example.Text.Words, example.Language, correction.Level, correction.Categories, example.Moment, example.Speaker,
            example.Immediacy, correction.Kind, RiskLabelStatus.Waiting, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime));
        return store.AddAsync(label, new LabelPointer(Name(conversation), correction.Sequence, operation));
    }

    /// <summary>To be called where a conversation's key is destroyed: nothing then leads from a sentence back to it.</summary>
    public Task ForgetAsync(ConversationKey conversation) => store.ForgetAsync(Name(conversation));

    private string Name(ConversationKey conversation) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(keys.Names, Encoding.ASCII.GetBytes($"risk-label|{conversation.Value}")));
}
