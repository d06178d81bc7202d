using System.Numerics.Tensors;

namespace EngagementBot.Conversations.Risk.Encoding;

/// <summary>One layer: attention, then a hidden layer of 1,536, each normalised first and added to what came in.</summary>
/// <param name="Widen">The first layer takes rows of 256 and gives rows of 512: this widens what came in. Null where the widths agree.</param>
internal sealed record TransformerLayer(
    QuantisedMatrix? Widen, LayerNorm BeforeAttention, QuantisedMatrix QueriesKeysValues, QuantisedMatrix AfterAttention,
    LayerNorm BeforeHidden, QuantisedMatrix IntoHidden, QuantisedMatrix OutOfHidden)
{
    public static TransformerLayer Read(WeightReader weights, QuantisedMatrix? widen) =>
        new(widen, weights.LayerNorm(), weights.Matrix(), weights.Matrix(), weights.LayerNorm(), weights.Matrix(), weights.Matrix());

    /// <summary>Replaces the rows in the scratch state.</summary>
    public void Apply(int rows, Scratch scratch)
    {
        Attend(rows, scratch);

        var state = scratch.State.AsSpan(0, rows * IntoHidden.Inputs);
        var normed = scratch.Normed.AsSpan(0, state.Length);
        var hidden = scratch.Wide.AsSpan(0, rows * IntoHidden.Outputs);
        BeforeHidden.Apply(state, normed);
        IntoHidden.Apply(normed, hidden, scratch);
        TensorPrimitives.Max(hidden, 0, hidden);
        OutOfHidden.Apply(hidden, normed, scratch);
        TensorPrimitives.Add(state, normed, state);
    }

    private void Attend(int rows, Scratch scratch)
    {
        var width = QueriesKeysValues.Inputs;
        var incoming = scratch.State.AsSpan(0, rows * width);
        var normed = scratch.Normed.AsSpan(0, rows * width);
        var joined = scratch.Wide.AsSpan(0, rows * QueriesKeysValues.Outputs);
        BeforeAttention.Apply(incoming, normed);
        QueriesKeysValues.Apply(normed, joined, scratch);
        Attention.Mix(joined, normed, width);

        var attended = scratch.Wide.AsSpan(0, rows * AfterAttention.Outputs);
        AfterAttention.Apply(normed, attended, scratch);
        var state = scratch.State.AsSpan(0, attended.Length);
        Widen?.Apply(incoming, state, scratch);
        TensorPrimitives.Add(state, attended, state);
    }
}
