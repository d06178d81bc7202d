using System.Security.Cryptography;
using EngagementBot.Conversations.Risk.Encoding;

namespace EngagementBot.Conversations.Tests.Risk.Encoding;

public class The_weights_file
{
    [Fact]
    public void It_is_the_one_its_description_names()
    {
        var description = File.ReadAllText(Path.Combine(Path.GetDirectoryName(OriginalEmbeddings.ModelFile)!, "ENCODER.md"));

        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(OriginalEmbeddings.ModelFile))), description);
    }

    [Fact]
    public void One_changed_bit_is_refused()
    {
        var bytes = File.ReadAllBytes(OriginalEmbeddings.ModelFile);
        bytes[bytes.Length / 2] ^= 1;

        Assert.Throws<InvalidDataException>(() => SentenceEncoder.Load(new MemoryStream(bytes)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(5_000_000)]
    public void A_shortened_file_is_refused(int length) =>
        Assert.Throws<InvalidDataException>(() => SentenceEncoder.Load(new MemoryStream(File.ReadAllBytes(OriginalEmbeddings.ModelFile)[..length])));
}
