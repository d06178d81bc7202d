using AngleSharp.Dom;
using EngagementBot.HandoffConsole.Cases;
using Moq;

namespace EngagementBot.HandoffConsole.Tests.Cases;

public class The_deeds_on_a_case : ConsoleContext
{
    private const long Seen = 7;

    [Theory]
    [InlineData(CaseStatus.Waiting, "Claim")]
    [InlineData(CaseStatus.Declined, "Claim")]
    [InlineData(CaseStatus.Noticed, "Claim")]
    [InlineData(CaseStatus.Closed, "")]
    public void Depend_on_where_it_stands(CaseStatus status, string deeds) =>
        Assert.Equal(deeds, Buttons(Header(Some.File(status: status))));

    [Fact]
    public void Are_the_owners_while_somebody_holds_it()
    {
        Assert.Equal("Return to bot, Close", Buttons(Header(Some.File(status: CaseStatus.Held, owner: Some.Ada))));
        Assert.Equal("", Buttons(Header(Some.File(status: CaseStatus.Held, owner: Some.Sam))));
    }

    [Fact]
    public void Include_confirming_for_everybody_but_the_one_who_asked()
    {
        var proposed = new Closing(CaseOutcome.ReachedAPerson, SharingDecision.SharedWithConsent);

        Assert.Equal("Confirm closing", Buttons(Header(Some.File(RiskLevel.Immediate, CaseStatus.SecondLook, Some.Sam, proposed))));
        Assert.Equal("", Buttons(Header(Some.File(RiskLevel.Immediate, CaseStatus.SecondLook, Some.Ada, proposed))));
    }

    [Fact]
    public void A_lost_claim_shows_who_holds_the_case()
    {
        Case.Setup(grain => grain.ClaimAsync(It.IsAny<OperationId>())).ReturnsAsync(Some.Receipt(DeedResult.HeldByAnother, Some.Sam));
        var header = Header(Some.File());

        Button(header, "Claim").Click();

        Assert.Equal("Sam holds this case.", header.Find("[role=alert]").TextContent);
    }

    [Fact]
    public void A_low_case_returns_to_the_bot_at_one_press()
    {
        Case.Setup(grain => grain.ReturnToBotAsync(It.IsAny<OperationId>(), "", Seen)).ReturnsAsync(Some.Receipt(DeedResult.Done));
        var header = Header(Some.Held(RiskLevel.Medium));

        Button(header, "Return to bot").Click();

        Case.Verify(grain => grain.ReturnToBotAsync(It.IsAny<OperationId>(), "", Seen), Times.Once);
    }

    [Fact]
    public void A_level_3_returns_to_the_bot_with_a_reason_only()
    {
        Case.Setup(grain => grain.ReturnToBotAsync(It.IsAny<OperationId>(), It.IsAny<string>(), Seen)).ReturnsAsync(Some.Receipt(DeedResult.Done));
        var header = Header(Some.Held(RiskLevel.High));

        Button(header, "Return to bot").Click();
        Assert.True(Button(header, "Hand back").HasAttribute("disabled"));
        header.Find("#return-reason").Input("safe at his nan's");
        header.Find("form").Submit();

        Case.Verify(grain => grain.ReturnToBotAsync(It.IsAny<OperationId>(), "safe at his nan's", Seen), Times.Once);
        Case.VerifyNoOtherCalls();
    }

    private static string Buttons(IRenderedComponent<CaseHeader> header) =>
        string.Join(", ", header.FindAll(".case-deeds button:not(.context-toggle)").Select(button => button.TextContent.Trim()));

    private static IElement Button(IRenderedComponent<CaseHeader> header, string name) =>
        header.FindAll("button").Single(button => button.TextContent.Trim() == name);

    private IRenderedComponent<CaseHeader> Header(CaseFile file)
    {
        var deeds = DeedsAs(Some.Ada);
        return Render<CaseHeader>(parameters => parameters.Add(one => one.File, file).Add(one => one.Deeds, deeds).Add(one => one.Seen, Seen));
    }
}

public class Closing_a_case : ConsoleContext
{
    private readonly List<Closing> closed = [];

    [Fact]
    public void Needs_an_outcome()
    {
        var form = Form(RiskLevel.Low);

        form.Find("form").Submit();

        Assert.Empty(closed);
        Assert.Equal("Choose an outcome.", form.Find("[role=alert]").TextContent);
    }

    [Theory]
    [InlineData(RiskLevel.High)]
    [InlineData(RiskLevel.Immediate)]
    public void Needs_the_sharing_decision_from_level_3(RiskLevel level)
    {
        var form = Form(level);
        form.Find("#close-outcome").Change("ReachedAPerson");

        form.Find("form").Submit();
        Assert.Empty(closed);
        Assert.Contains("sharing decision", form.Find("[role=alert]").TextContent, StringComparison.Ordinal);

        form.Find("#close-sharing").Change("NotShared");
        form.Find("form").Submit();
        Assert.Equal(new Closing(CaseOutcome.ReachedAPerson, SharingDecision.NotShared), closed.Single());
    }

    [Fact]
    public void Does_without_it_below()
    {
        var form = Form(RiskLevel.Medium);
        form.Find("#close-outcome").Change("NotAConcern");

        form.Find("form").Submit();

        Assert.Equal(new Closing(CaseOutcome.NotAConcern, null), closed.Single());
    }

    [Fact]
    public void Says_at_level_4_that_a_second_person_must_confirm()
    {
        var form = Form(RiskLevel.Immediate);

        Assert.Contains("a second person must confirm", form.Find("#close-hint").TextContent, StringComparison.Ordinal);
        Assert.Equal("Ask for a second look", form.Find("button[type=submit]").TextContent.Trim());
    }

    private IRenderedComponent<CloseForm> Form(RiskLevel level) =>
        Render<CloseForm>(parameters => parameters.Add(form => form.Level, level).Add(form => form.Submit, closed.Add));
}

public class Lowering_a_level : ConsoleContext
{
    [Fact]
    public void Offers_only_lower_levels_and_needs_a_reason()
    {
        Case.Setup(grain => grain.LowerLevelAsync(It.IsAny<OperationId>(), RiskLevel.Low, "a song lyric")).ReturnsAsync(Some.Receipt(DeedResult.Done));
        var deeds = DeedsAs(Some.Ada);
        var form = Render<LowerLevel>(parameters => parameters.Add(one => one.Level, RiskLevel.High).Add(one => one.Deeds, deeds));
        form.Find("button").Click();

        Assert.Equal(["Medium", "Low", "None"], form.FindAll("option").Select(option => option.TextContent));
        Assert.True(form.Find("button[type=submit]").HasAttribute("disabled"));
        form.Find("#lower-to").Change("Low");
        form.Find("#lower-reason").Input("a song lyric");
        form.Find("form").Submit();

        Case.Verify(grain => grain.LowerLevelAsync(It.IsAny<OperationId>(), RiskLevel.Low, "a song lyric"), Times.Once);
    }
}
