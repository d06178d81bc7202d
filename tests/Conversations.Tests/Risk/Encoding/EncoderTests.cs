using System.Numerics.Tensors;
using System.Text;
using EngagementBot.Conversations.Risk.Encoding;

namespace EngagementBot.Conversations.Tests.Risk.Encoding;

public class Beside_the_JavaScript_original(ITestOutputHelper output)
{
    private const double Allowed = 1e-2;

    [Fact]
    public void Two_hundred_messages_have_the_same_pieces()
    {
        using var file = File.OpenRead(OriginalEmbeddings.ModelFile);
        var reader = new PieceReader(WeightReader.Open(file).Pieces());

        Assert.Equal(200, OriginalEmbeddings.All.Count);
        Assert.All(OriginalEmbeddings.All, original => Assert.Equal(original.Pieces, reader.ReadAll(original.Text)));
    }

    [Fact]
    public void Two_hundred_messages_have_the_same_embedding_within_a_hundredth()
    {
        var distances = OriginalEmbeddings.All.Select(original => (Distance: Distance(original), original.Text)).OrderDescending().ToArray();

        output.WriteLine($"largest cosine distance {distances[0].Distance:e2} for: {distances[0].Text}; mean {distances.Average(one => one.Distance):e2}");
        Assert.InRange(distances[0].Distance, 0, Allowed);
    }

    [Fact]
    public void Some_messages_are_longer_than_the_model_reads_at_once() =>
        Assert.True(OriginalEmbeddings.All.Count(original => original.Pieces.Length > SentenceEncoder.Window) >= 5);

    private static double Distance(Original original) =>
        Math.Max(0, 1 - TensorPrimitives.CosineSimilarity<float>(original.Embedding, OriginalEmbeddings.Embedding(original.Text)));
}

public class Whatever_is_encoded
{
    [Fact]
    public void An_embedding_has_length_1() =>
        Assert.All(OriginalEmbeddings.All, original => Assert.Equal(1, TensorPrimitives.Norm<float>(OriginalEmbeddings.Embedding(original.Text)), 1e-5f));

    [Fact]
    public void The_empty_text_gives_zeros() => Assert.All(OriginalEmbeddings.Embedding(""), value => Assert.Equal(0, value));

    [Fact]
    public void The_same_text_gives_the_same_bytes_on_every_thread_at_once()
    {
        var alone = OriginalEmbeddings.All.Select(original => OriginalEmbeddings.Embedding(original.Text)).ToArray();

        Parallel.For(0, 4 * alone.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, at =>
        {
            var which = at * 7 % alone.Length;
            Assert.Equal(alone[which], OriginalEmbeddings.Embedding(OriginalEmbeddings.All[which].Text));
        });
    }

    [Theory]
    [InlineData("a")]
    [InlineData("\0")]
    [InlineData("\uD83D")]
    [InlineData("\uDE02\uD83D")]
    [InlineData("\U0001F602")]
    [InlineData("\u0301")]
    [InlineData("\uFDFA")]
    [InlineData("\uFFFE")]
    [InlineData("they owe")]
    public void Four_thousand_characters_of_the_same_are_encoded(string piece)
    {
        var embedding = OriginalEmbeddings.Embedding(string.Concat(Enumerable.Repeat(piece, MessageText.MaxLength / piece.Length)));

        Assert.Equal(1, TensorPrimitives.Norm<float>(embedding), 1e-5f);
    }

    [Fact]
    public void Any_characters_are_encoded()
    {
        var chance = new Random(20261123);
        for (var round = 0; round < 2_000; round++)
        {
            var text = new StringBuilder();
            for (var length = chance.Next(1, 60); length > 0; length--) text.Append((char)chance.Next(0x10000));
            Assert.Equal(1, TensorPrimitives.Norm<float>(OriginalEmbeddings.Embedding(text.ToString())), 1e-5f);
        }
    }

    [Fact]
    public void What_stands_between_the_ends_of_a_long_text_does_not_count()
    {
        var (head, tail) = (Repeated("they know where i live "), Repeated(" and i am scared"));

        Assert.Equal(OriginalEmbeddings.Embedding($"{head} one {tail}"), OriginalEmbeddings.Embedding($"{head} another two {tail}"));
        Assert.NotEqual(OriginalEmbeddings.Embedding($"{head} one {tail}"), OriginalEmbeddings.Embedding($"{head} one {tail} now"));
    }

    [Fact]
    public void Messages_that_mean_the_same_lie_closer_than_messages_that_share_words()
    {
        var worried = OriginalEmbeddings.Embedding("i am scared to go home");

        Assert.True(
            TensorPrimitives.Dot(worried, OriginalEmbeddings.Embedding("i dont feel safe at my house"))
            > TensorPrimitives.Dot(worried, OriginalEmbeddings.Embedding("i am about to go shopping")));
    }

    private static string Repeated(string text) => string.Concat(Enumerable.Repeat(text, 60));
}
