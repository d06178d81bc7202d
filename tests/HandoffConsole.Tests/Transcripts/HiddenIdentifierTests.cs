using EngagementBot.Conversations.Identifiers;
using EngagementBot.HandoffConsole.Cases;
using EngagementBot.HandoffConsole.Transcripts;
using Moq;
using static EngagementBot.Conversations.ConversationEvent;

namespace EngagementBot.HandoffConsole.Tests.Transcripts;

public class A_message_with_a_hidden_number : ConsoleContext
{
    private const string Masked = "i owe him ring [phone number hidden] now";
    private static readonly Identifier Hidden = new(15, 21, IdentifierKind.Phone);

    [Fact]
    public void Shows_the_placeholder_and_no_button_to_whoever_may_not_open_it()
    {
        var words = Render<MessageWords>(parameters => Message(parameters));

        Assert.Equal(Masked, words.Find(".words").TextContent);
        Assert.Empty(words.FindAll("button"));
    }

    [Fact]
    public void Offers_to_show_it_for_a_reason_and_takes_no_answer_without_one()
    {
        var words = Mine();

        var button = words.Find("button.show-hidden");
        Assert.Equal("Show (reason needed)", button.TextContent);
        Assert.Equal("Show the phone number (reason needed)", button.GetAttribute("aria-label"));
        Assert.Equal("false", button.GetAttribute("aria-expanded"));
        button.Click();

        Assert.Equal("true", words.Find("button.show-hidden").GetAttribute("aria-expanded"));
        Assert.NotNull(words.Find($"label[for='{words.Find("textarea").Id}']"));
        Assert.True(words.Find("button[type=submit]").HasAttribute("disabled"));
        words.Find("form").Submit();
        Case.Verify(grain => grain.UnsealAsync(It.IsAny<OperationId>(), It.IsAny<long>(), It.IsAny<int>(), It.IsAny<string>()), Times.Never);
    }

    [Fact]
    public async Task Shows_what_the_service_gives_for_the_reason()
    {
        Answers(DeedResult.Done, "07700 900123");
        var words = Mine();

        await AskAsync(words, " police need it ");

        words.WaitForAssertion(() => Assert.Equal("i owe him ring 07700 900123 now", words.Find(".words").TextContent));
        Assert.Empty(words.FindAll("form"));
        Assert.Empty(words.FindAll("button.show-hidden"));
        Assert.Equal("The phone number is shown.", words.Find("[role=status]").TextContent);
        Case.Verify(grain => grain.UnsealAsync(It.IsAny<OperationId>(), 7, 0, "police need it"), Times.Once);
    }

    [Fact]
    public async Task Says_why_it_is_refused_and_keeps_it_hidden()
    {
        Answers(DeedResult.LevelTooLow, null);
        var words = Mine();

        await AskAsync(words, "police need it");

        words.WaitForAssertion(() => Assert.Contains("High and Immediate only", words.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Contains("[phone number hidden]", words.Find(".words").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_hidden_again_once_the_case_is_no_longer_theirs()
    {
        Answers(DeedResult.Done, "07700 900123");
        var words = Mine();
        await AskAsync(words, "police need it");
        words.WaitForAssertion(() => Assert.Contains("07700", words.Find(".words").TextContent, StringComparison.Ordinal));

        words.Render(parameters => parameters.Add(message => message.Unseal, (Deeds?)null));

        Assert.Equal(Masked, words.Find(".words").TextContent);
    }

    [Fact]
    public void Has_one_button_where_a_finding_cuts_the_placeholder()
    {
        var risk = Some.Found(RiskLevel.High, new RiskEvidence(10, 10, RiskCategory.DrugDebt, "owes"));

        var words = Render<MessageWords>(parameters => Message(parameters).Add(message => message.Risk, risk).Add(message => message.Unseal, DeedsAs(Some.Ada)));

        Assert.Single(words.FindAll("button.show-hidden"));
    }

    [Fact]
    public void Stands_in_the_reasons_as_it_stands_in_the_transcript()
    {
        var wrote = Some.Wrote(Masked, Some.Found(RiskLevel.High, new RiskEvidence(0, 36, RiskCategory.DrugDebt, "owes"))) with { Identifiers = [Hidden] };

        var transcript = Transcript.Of([Some.Commit(7, wrote)]);

        Assert.Equal("i owe him ring [phone number hidden]", transcript.Reasons[0].Phrase);
        Assert.Equal((7, 1), (transcript.Lines.OfType<TranscriptLine.Spoken>().Single().Sequence, transcript.Lines.OfType<TranscriptLine.Spoken>().Single().Hidden!.Count));
    }

    [Fact]
    public void Tells_who_was_shown_it_and_what_the_young_person_said_about_its_use()
    {
        var lines = Transcript.Of(
        [
            Some.Commit(1, new IdentifierUnsealed(Some.Ada, 7, 0, IdentifierKind.Phone, "police need it")),
            Some.Commit(2, new IdentifierUseAnswered(true)),
            Some.Commit(3, new IdentifierUseAnswered(false)),
        ]).Lines.OfType<TranscriptLine.Happening>().Select(line => line.Words);

        Assert.Equal(
            [
                "Ada was shown a hidden phone number: police need it",
                "The young person says a person may use what they wrote to get help to them",
                "The young person does not want a person to use what they wrote to get help to them",
            ],
            lines);
    }

    [Fact]
    public void Comes_with_the_tone_of_the_newest_message_where_there_is_one()
    {
        IRenderedComponent<ContextPane> Pane(Tone? tone) => Render<ContextPane>(parameters => parameters
            .Add(pane => pane.File, Some.Held() with { Tone = tone }).Add(pane => pane.Transcript, Transcript.Of([])).Add(pane => pane.Deeds, DeedsAs(Some.Ada)));

        Assert.Contains("Negative, as a machine hears", Pane(Tone.Negative).Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Tone", Pane(null).Markup, StringComparison.Ordinal);
    }

    private IRenderedComponent<MessageWords> Mine() => Render<MessageWords>(parameters => Message(parameters).Add(message => message.Unseal, DeedsAs(Some.Ada)));

    private static ComponentParameterCollectionBuilder<MessageWords> Message(ComponentParameterCollectionBuilder<MessageWords> parameters) => parameters
        .Add(message => message.LineId, "line-7-0")
        .Add(message => message.Words, Masked)
        .Add(message => message.Hidden, [Hidden])
        .Add(message => message.Sequence, 7);

    private static async Task AskAsync(IRenderedComponent<MessageWords> words, string reason)
    {
        await words.Find("button.show-hidden").ClickAsync();
        await words.Find("textarea").InputAsync(reason);
        await words.Find("form").SubmitAsync();
    }

    private void Answers(DeedResult result, string? value) =>
        Case.Setup(grain => grain.UnsealAsync(It.IsAny<OperationId>(), It.IsAny<long>(), It.IsAny<int>(), It.IsAny<string>()))
            .ReturnsAsync(new UnsealReceipt(Some.Receipt(result, Some.Ada), value is null ? null : new MessageText(value)));
}
