using System.Security.Cryptography;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Host.Start;

public enum ModelSigning
{
    /// <summary>There is no learned model: the rules alone judge, and they have owners of their own.</summary>
    NoModel,

    NotSignedOff,

    SignedOff,
}

/// <summary>The learned model's card, and whether it carries the safeguarding lead's sign-off for the very file that lies beside it.</summary>
internal static class ModelCard
{
    public const string Path = "dialogs/risk/model/MODEL.md";

    private const string Card = "risk/model/MODEL.md";
    private const string Heads = "risk/model/heads.bin";

    /// <param name="dialogs">The dialogs folder. A model without a card is unsigned.</param>
    public static ModelSigning Look(string dialogs)
    {
        var (card, heads) = (System.IO.Path.Combine(dialogs, Card), System.IO.Path.Combine(dialogs, Heads));
        if (!File.Exists(heads)) return ModelSigning.NoModel;
        if (!File.Exists(card)) return ModelSigning.NotSignedOff;

        using var model = File.OpenRead(heads);
        var hash = Convert.ToHexStringLower(SHA256.HashData(model));
        return SignOff.Parse(File.ReadAllText(card))?.Covers(hash) is true ? ModelSigning.SignedOff : ModelSigning.NotSignedOff;
    }
}
