using System.Numerics.Tensors;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>
/// A sentence as 512 numbers that lie close together when the meanings do: Universal Sentence Encoder lite.
/// Where the weights come from and how they are stored: dialogs/risk/model/ENCODER.md.
/// Never changes after loading, so one is shared by all threads.
/// </summary>
public sealed class SentenceEncoder
{
    /// <summary>The length of an embedding.</summary>
    public const int Dimensions = 512;

    /// <summary>The most pieces the model reads at once; it was trained on no more.</summary>
    internal const int Window = 128;

    private readonly PieceReader _pieces;
    private readonly Transformer _transformer;

    private SentenceEncoder(PieceReader pieces, Transformer transformer) => (_pieces, _transformer) = (pieces, transformer);

    /// <summary>Reads the weights from a file.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or of another version.</exception>
    public static SentenceEncoder Load(string path)
    {
        using var file = File.OpenRead(path);
        return Load(file);
    }

    /// <summary>Reads the weights from where the stream stands to its end, and leaves it open.</summary>
    /// <exception cref="InvalidDataException">The weights are damaged or of another version.</exception>
    public static SentenceEncoder Load(Stream stream)
    {
        var weights = WeightReader.Open(stream);
        return new SentenceEncoder(new PieceReader(weights.Pieces()), Transformer.Read(weights));
    }

    /// <summary>
    /// Writes the embedding of a text: 512 numbers of Euclidean length 1, so that a dot product is a cosine.
    /// A text of more than 128 pieces counts as its first 128 and its last 128, each embedded by itself and summed.
    /// The empty text, of which the original makes nothing, gives zeros: like no other text.
    /// </summary>
    /// <exception cref="ArgumentException">The destination has another length than 512.</exception>
    public void Encode(string text, Span<float> destination)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (destination.Length != Dimensions) throw new ArgumentException($"An embedding has {Dimensions} numbers.", nameof(destination));

        Span<ushort> ends = stackalloc ushort[2 * Window];
        var pieces = _pieces.Read(text, ends);
        if (pieces.Length == 0) destination.Clear();
        else if (!pieces.IsLong) _transformer.Embed(ends[..pieces.Length], destination);
        else EmbedBothEnds(ends, destination);
    }

    private void EmbedBothEnds(ReadOnlySpan<ushort> ends, Span<float> destination)
    {
        Span<float> tail = stackalloc float[Dimensions];
        _transformer.Embed(ends[..Window], destination);
        _transformer.Embed(ends[Window..], tail);
        TensorPrimitives.Add(destination, tail, destination);
        TensorPrimitives.Divide(destination, TensorPrimitives.Norm<float>(destination), destination);
    }
}
