using System.Security.Cryptography;
using EngagementBot.Conversations;
using EngagementBot.Host.Start;
using Microsoft.Extensions.Configuration;

namespace EngagementBot.Host.Tests.Start;

public sealed class The_sign_off_of_the_learned_model : IDisposable
{
    private static readonly byte[] Model = [1, 2, 3, 250];

    private readonly string folder = Directory.CreateTempSubdirectory("engagementbot-model-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Is_not_asked_for_while_there_is_no_model()
    {
        Assert.Equal(ModelSigning.NoModel, ModelCard.Look(folder));

        Write("MODEL.md", "signed_off_by:\n"u8);
        Assert.Equal(ModelSigning.NoModel, ModelCard.Look(folder));
    }

    [Fact]
    public void Is_missing_without_a_card_with_an_empty_one_and_with_that_of_another_model()
    {
        Write("heads.bin", Model);
        Assert.Equal(ModelSigning.NotSignedOff, ModelCard.Look(folder));

        foreach (var card in new[] { "# Heads\n", Card("", Model), Card("Safeguarding lead", [9]) })
        {
            Write("MODEL.md", System.Text.Encoding.UTF8.GetBytes(card));
            Assert.Equal(ModelSigning.NotSignedOff, ModelCard.Look(folder));
        }
    }

    [Fact]
    public void Is_there_once_a_person_has_signed_for_this_very_file()
    {
        Write("heads.bin", Model);
        Write("MODEL.md", System.Text.Encoding.UTF8.GetBytes(Card("Safeguarding lead", Model)));

        Assert.Equal(ModelSigning.SignedOff, ModelCard.Look(folder));
    }

    [Fact]
    public void Is_what_production_asks_for_unless_the_operator_allows_it_without()
    {
        var book = SignedBook();

        var fault = Assert.Throws<StartFault>(() => ProductionRules.Check(Settings(), book, ModelSigning.NotSignedOff));
        Assert.Contains("Risk:AllowUnsignedModel=true", fault.Message, StringComparison.Ordinal);

        ProductionRules.Check(Settings(("Risk:AllowUnsignedModel", "true")), book, ModelSigning.NotSignedOff);
        ProductionRules.Check(Settings(), book, ModelSigning.SignedOff);
        ProductionRules.Check(Settings(), book, ModelSigning.NoModel);
        ProductionRules.Check(Settings() with { Development = true }, book, ModelSigning.NotSignedOff);
    }

    [Fact]
    public void Is_allowed_to_be_missing_in_plain_words_only() =>
        Assert.Contains("Give true or false", Assert.Throws<StartFault>(() => Settings(("Risk:AllowUnsignedModel", "perhaps"))).Message, StringComparison.Ordinal);

    // The shipped book with every text signed, as it will be when people have read it.
    private Book SignedBook()
    {
        var copy = Path.Combine(folder, "book");
        var whole = BookFolder.Beside(AppContext.BaseDirectory);
        foreach (var file in Directory.EnumerateFiles(whole, "*.yaml", SearchOption.AllDirectories))
        {
            var there = Path.Combine(copy, Path.GetRelativePath(whole, file));
            Directory.CreateDirectory(Path.GetDirectoryName(there)!);
            File.WriteAllText(there, System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(file), "reviewed_by:( \"\")?", "reviewed_by: a role"));
        }

        foreach (var weights in Directory.EnumerateFiles(whole, "*.bin", SearchOption.AllDirectories))
        {
            var there = Path.Combine(copy, Path.GetRelativePath(whole, weights));
            Directory.CreateDirectory(Path.GetDirectoryName(there)!);
            File.Copy(weights, there);
        }

        return BookFolder.Read(copy);
    }

    private static BotSettings Settings(params (string Key, string Value)[] settings) => SettingsReader.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(one => one.Key, one => (string?)one.Value)).Build(), development: false);

    private static string Card(string by, byte[] model) =>
        $"# Heads\n\n## Sign-off\nsigned_off_by: {by}\ndate: 2026-11-23\nmodel_sha256: {Convert.ToHexStringLower(SHA256.HashData(model))}\n";

    private void Write(string name, ReadOnlySpan<byte> content)
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, "risk", "model")).FullName;
        File.WriteAllBytes(Path.Combine(path, name), content);
    }
}
