using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngagementBot.Host.Protocol;

/// <summary>The wire forms, compiled: camel case, nulls left out, at most 32 levels deep.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 32)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ActivitySet))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(Channels.DirectLine.DirectLineConversation))]
[JsonSerializable(typeof(Channels.DirectLine.TokenParameters))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(ReplyData))]
[JsonSerializable(typeof(HandoffValue))]
internal sealed partial class ProtocolJson : JsonSerializerContext;
