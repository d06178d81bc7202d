using EngagementBot.HandoffConsole.Transcripts;

namespace EngagementBot.HandoffConsole.Tests.Transcripts;

public class A_message_with_findings : ConsoleContext
{
    [Fact]
    public void Is_cut_at_the_offsets_even_after_an_emoji()
    {
        const string words = "😔😔 i owe 2 grand";

        var pieces = RiskSpans.Cut(words, [new RiskEvidence(5, 13, RiskCategory.DrugDebt, "owes-amount")]);

        Assert.Equal(["😔😔 ", "i owe 2 grand"], pieces.Select(piece => piece.Text));
        Assert.Equal([0, 1], pieces.Select(piece => piece.Evidence.Count));
    }

    [Fact]
    public void Shows_both_findings_where_they_overlap()
    {
        var pieces = RiskSpans.Cut("abcdef",
        [
            new RiskEvidence(0, 4, RiskCategory.DrugDebt, "one"),
            new RiskEvidence(2, 4, RiskCategory.FamilyThreat, "two"),
        ]);

        Assert.Equal(["ab", "cd", "ef"], pieces.Select(piece => piece.Text));
        Assert.Equal(["one", "one two", "two"], pieces.Select(piece => string.Join(' ', piece.Evidence.Select(found => found.Rule))));
    }

    [Fact]
    public void Never_cuts_an_emoji_in_half()
    {
        var pieces = RiskSpans.Cut("a😔b", [new RiskEvidence(2, 1, RiskCategory.Injury, "half")]);

        Assert.Equal(["a", "😔", "b"], pieces.Select(piece => piece.Text));
    }

    [Theory]
    [InlineData(-3, 2)]
    [InlineData(5, 4)]
    [InlineData(90, 4)]
    [InlineData(2, int.MaxValue)]
    [InlineData(0, 0)]
    public void Loses_no_letter_whatever_the_offsets(int start, int length)
    {
        var pieces = RiskSpans.Cut("i owe 2", [new RiskEvidence(start, length, RiskCategory.DrugDebt, "odd")]);

        Assert.Equal("i owe 2", string.Concat(pieces.Select(piece => piece.Text)));
    }

    [Fact]
    public void Says_what_each_phrase_speaks_of_to_the_pointer_and_to_the_keyboard()
    {
        var risk = Some.Found(RiskLevel.High, new RiskEvidence(5, 13, RiskCategory.DrugDebt, "owes-amount"));

        var words = Render<MessageWords>(parameters => parameters
            .Add(message => message.LineId, "line-1-0").Add(message => message.Words, "well i owe 2 grand\nok").Add(message => message.Risk, risk));

        var mark = words.Find("mark");
        Assert.Equal("i owe 2 grand", mark.TextContent);
        Assert.Equal("0", mark.GetAttribute("tabindex"));
        Assert.Equal("Drug debt (owes amount)", words.Find($"#{mark.GetAttribute("aria-describedby")}").TextContent);
        Assert.StartsWith("well ", words.Find(".words").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("\nok", words.Find(".words").TextContent, StringComparison.Ordinal);
    }
}
