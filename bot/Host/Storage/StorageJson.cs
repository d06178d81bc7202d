using System.Text.Json.Serialization;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Host.Protocol;

namespace EngagementBot.Host.Storage;

/// <summary>What is written to disk, compiled. A name here is a promise to every log already written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(CommitBody))]
[JsonSerializable(typeof(CaseRow))]
[JsonSerializable(typeof(ConversationReference))]
internal sealed partial class StorageJson : JsonSerializerContext;

/// <summary>The encrypted part of a commit: what happened, and the state after it.</summary>
internal sealed record CommitBody(IReadOnlyList<ConversationEvent> Events, Conversation State);
