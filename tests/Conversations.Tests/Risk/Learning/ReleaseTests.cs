using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Conversations.Tests.Risk.Learning;

public class A_new_model
{
    [Theory]
    [InlineData(RiskLevel.Immediate, RiskLevel.Immediate, RiskLevel.High)]
    [InlineData(RiskLevel.High, RiskLevel.High, RiskLevel.Medium)]
    [InlineData(RiskLevel.High, RiskLevel.Immediate, RiskLevel.None)]
    [InlineData(RiskLevel.Immediate, RiskLevel.Medium, RiskLevel.Low)]
    public void Is_stopped_by_a_high_example_that_it_finds_lower(RiskLevel label, RiskLevel before, RiskLevel now) =>
        Assert.Equal("x", Assert.Single(ReleaseGate.Dropped([new("x", label, before, now)])).Id);

    [Theory]
    [InlineData(RiskLevel.High, RiskLevel.High, RiskLevel.High)]
    [InlineData(RiskLevel.High, RiskLevel.Low, RiskLevel.Medium)]
    [InlineData(RiskLevel.High, RiskLevel.Immediate, RiskLevel.High)]
    [InlineData(RiskLevel.Medium, RiskLevel.Medium, RiskLevel.None)]
    [InlineData(RiskLevel.None, RiskLevel.High, RiskLevel.None)]
    public void Is_not_stopped_by_what_it_finds_better_or_by_lower_levels(RiskLevel label, RiskLevel before, RiskLevel now) =>
        Assert.Empty(ReleaseGate.Dropped([new("x", label, before, now)]));

    [Fact]
    public void Is_told_all_that_stands_in_its_way_gravest_first()
    {
        var dropped = ReleaseGate.Dropped(
        [
            new("c", RiskLevel.High, RiskLevel.High, RiskLevel.Low),
            new("a", RiskLevel.Immediate, RiskLevel.Immediate, RiskLevel.High),
            new("fine", RiskLevel.Immediate, RiskLevel.Immediate, RiskLevel.Immediate),
            new("b", RiskLevel.Immediate, RiskLevel.Immediate, RiskLevel.None),
        ]);

        Assert.Equal(["b", "a", "c"], dropped.Select(example => example.Id));
    }
}

public class A_sign_off_in_a_model_card
{
    private const string Hash = "0f343b0931126a20f133d67c2b018a3b5f1d5c6e7a8b9c0d1e2f3a4b5c6d7e8f";

    [Fact]
    public void Is_read_from_its_block_whatever_stands_around_it()
    {
        var signed = SignOff.Parse($"""
            # Heads
            date: of training, by no means the block's

            ## Sign-off
            ```yaml
            signed_off_by: Safeguarding lead, a person
            date: 2026-11-23
            model_sha256: {Hash}
            ```
            | figure | value |
            """);

        Assert.Equal(new SignOff("Safeguarding lead, a person", new DateOnly(2026, 11, 23), Hash), signed);
        Assert.True(signed!.Covers(Hash.ToUpperInvariant()));
    }

    [Theory]
    [InlineData("", "2026-11-23", Hash)]
    [InlineData("''", "2026-11-23", Hash)]
    [InlineData("the lead", "", Hash)]
    [InlineData("the lead", "soon", Hash)]
    [InlineData("the lead", "2026-11-23", "")]
    [InlineData("the lead", "2026-11-23", "ffff")]
    public void Covers_nothing_while_a_field_is_empty_or_names_another_model(string by, string date, string hash) =>
        Assert.False(SignOff.Parse($"- signed_off_by: {by}\n- date: {date}\n- model_sha256: {hash}\n")!.Covers(Hash));

    [Theory]
    [InlineData("# A card without a block")]
    [InlineData("signed_off_by: one\n\nsigned_off_by: another")]
    public void Is_none_where_there_is_no_single_block(string card) => Assert.Null(SignOff.Parse(card));
}
