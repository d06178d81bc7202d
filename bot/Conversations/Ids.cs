namespace EngagementBot.Conversations;

/// <summary>Names one conversation inside the service: HMAC(channel, the channel's own id), base32, 26 characters.
/// The channel's own id identifies a person and never appears beside it.</summary>
[GenerateSerializer, Immutable]
public readonly record struct ConversationKey([property: Id(0)] string Value)
{
    public override string ToString() => Value;
}

/// <summary>A message as the channel numbered it, keyed and shortened so that the id itself is not kept.</summary>
[GenerateSerializer, Immutable]
public readonly record struct MessageId([property: Id(0)] long Value);

/// <summary>Who asked for a change, once: the same operation met again is "already stored".</summary>
[GenerateSerializer, Immutable]
public readonly record struct OperationId([property: Id(0)] string Value)
{
    public override string ToString() => Value;
}

/// <summary>A caseworker's account name.</summary>
[GenerateSerializer, Immutable]
public readonly record struct CaseworkerId([property: Id(0)] string Value)
{
    public override string ToString() => Value;
}

/// <summary>A caseworker as the young person meets them: staff show an alias, never a surname.</summary>
[GenerateSerializer, Immutable]
public sealed record Caseworker([property: Id(0)] CaseworkerId Id, [property: Id(1)] string Alias);
