using System.Collections.Immutable;

namespace EngagementBot.Conversations;

/// <summary>The last message ids taken and the commit that answered each, so that a redelivery is known without asking the store.</summary>
[GenerateSerializer, Immutable]
public sealed record SeenMessages([property: Id(0)] ImmutableList<SeenMessage> Newest)
{
    public const int Kept = 200;

    public static SeenMessages None { get; } = new([]);

    public long? SequenceOf(MessageId id) => Newest.FindLast(seen => seen.Id == id.Value)?.Sequence;

    public SeenMessages With(MessageId id, long sequence)
    {
        var kept = Newest.Count < Kept ? Newest : Newest.RemoveAt(0);
        return new SeenMessages(kept.Add(new SeenMessage(id.Value, sequence)));
    }
}

[GenerateSerializer, Immutable]
public sealed record SeenMessage([property: Id(0)] long Id, [property: Id(1)] long Sequence);
