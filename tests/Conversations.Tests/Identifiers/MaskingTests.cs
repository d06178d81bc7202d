using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;

namespace EngagementBot.Conversations.Tests.Identifiers;

public class A_masked_message
{
    private const string Words = "😔 my name is Jay ring 07700900123 i owe 2 grand";

    [Fact]
    public void Has_neutral_words_where_the_identifiers_stood_and_keeps_the_rest()
    {
        var masked = Mask(Words);

        Assert.Equal("😔 my name is [name hidden] ring [phone number hidden] i owe 2 grand", masked.Words);
        Assert.Equal(["[name hidden]", "[phone number hidden]"], masked.Hidden.Select(hidden => hidden.In(masked.Words)));
    }

    [Fact]
    public void Is_the_message_itself_where_there_is_nothing_to_hide()
    {
        Assert.Equal("they want 2 grand by friday", Mask("they want 2 grand by friday").Words);
    }

    [Fact]
    public void Keeps_its_findings_on_their_words()
    {
        var found = IdentifierFinder.Find(new MessageText(Words));
        var masked = Masking.Mask(Words, found);
        string[] phrases = ["😔", "i owe 2 grand", "Jay ring", "07700900123", "900123 i owe", "ring 0770"];
        var risk = RiskAssessment.Nothing with
        {
            Evidence = [.. phrases.Select(phrase => new RiskEvidence(Words.IndexOf(phrase, StringComparison.Ordinal), phrase.Length, RiskCategory.DrugDebt, "some"))],
        };

        var moved = Masking.Rebase(risk, Words, found, masked.Hidden);

        Assert.Equal(
            ["😔", "i owe 2 grand", "[name hidden] ring", "[phone number hidden]", "[phone number hidden] i owe", "ring [phone number hidden]"],
            moved.Evidence.Select(evidence => masked.Words.Substring(evidence.Start, evidence.Length)));
    }

    [Theory]
    [InlineData(-3, 2)]
    [InlineData(3, 4000)]
    [InlineData(90, 4)]
    [InlineData(2, int.MaxValue)]
    public void Stands_whatever_the_offsets_say(int start, int length)
    {
        var found = new[] { new Identifier(start, length, IdentifierKind.Name) };
        var masked = Masking.Mask("short words", found);
        var moved = Masking.Rebase(
            RiskAssessment.Nothing with { Evidence = [new RiskEvidence(start, length, RiskCategory.Injury, "odd")] }, "short words", found, masked.Hidden);

        Assert.InRange(moved.Evidence[0].Start + moved.Evidence[0].Length, 0, masked.Words.Length);
    }

    [Fact]
    public void Is_found_in_any_text_at_all_and_quickly()
    {
        var random = new Random(7);
        string[] pieces = ["0", "7", "o", "07700 900123", " ", "my name is ", "@", ".", "Jay", "i live in ", "14 High ", "street", "\ud83d", "😀", "M1", "4ab", "+44", "(", "zero ", "snap: ", "-", "\n", "school"];
        string[] hostile = [new('0', 4000), string.Concat(Enumerable.Repeat("0 7 ", 1000)), string.Concat(Enumerable.Repeat("a.b@", 1000)), string.Concat(Enumerable.Repeat("at Aa ", 666)), string.Concat(Enumerable.Repeat("double ", 571)), string.Concat(Enumerable.Repeat("1 a ", 1000)), new('a', 4000)];
        var texts = Enumerable.Range(0, 20_000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)])))
            .Concat(hostile);
        foreach (var text in texts)
        {
            var end = 0;
            foreach (var found in IdentifierFinder.Find(new MessageText(text)))
            {
                Assert.True(found.Start >= end && found.Length > 0 && found.End <= text.Length, text);
                end = found.End;
            }
        }

        foreach (var text in hostile)
        {
            var before = TimeProvider.System.GetTimestamp();
            for (var again = 0; again < 5; again++) IdentifierFinder.Find(new MessageText(text));
            TestContext.Current.TestOutputHelper?.WriteLine($"{text[..8]} {(TimeProvider.System.GetElapsedTime(before) / 5).TotalMilliseconds:0.00} ms");
            Assert.InRange(TimeProvider.System.GetElapsedTime(before) / 5, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
        }
    }

    private static MaskedText Mask(string words) => Masking.Mask(words, IdentifierFinder.Find(new MessageText(words)));
}
