using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.HandoffConsole.Cases;
using EngagementBot.HandoffConsole.Transcripts;
using Moq;

namespace EngagementBot.HandoffConsole.Tests.Cases;

public class Correcting_what_the_screen_found : ConsoleContext
{
    private const string Words = "i owe them and they want it by friday";

    private readonly List<(OperationId Operation, RiskCorrection Correction)> sent = [];
    private DeedReceipt? answer = Some.Receipt(DeedResult.Done);
    private bool recorded;

    public Correcting_what_the_screen_found() =>
        Case.Setup(grain => grain.CorrectAsync(It.IsAny<OperationId>(), It.IsAny<RiskCorrection>()))
            .Returns((OperationId operation, RiskCorrection correction) =>
            {
                sent.Add((operation, correction));
                return answer is null ? throw new TimeoutException() : Task.FromResult(answer);
            });

    [Fact]
    public void Shows_which_message_it_is_and_what_was_found_in_it()
    {
        var form = Form(RiskLevel.High, RiskCategory.DrugDebt);

        Assert.Contains(Words, form.Find("blockquote").TextContent, StringComparison.Ordinal);
        Assert.Contains("Drug debt", form.Find("blockquote").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_plainly_that_the_sentence_must_not_be_the_young_persons_words()
    {
        var form = Form(RiskLevel.High);
        var box = form.Find("#correction-sentence");

        Assert.Contains("must not be the young person's words", form.Find($"#{box.GetAttribute("aria-describedby")}").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Offers_only_lower_levels_for_what_was_not_risk_and_no_categories_at_none()
    {
        var form = Form(RiskLevel.Medium, RiskCategory.Grooming);

        Assert.Equal(["0 None", "1 Low"], Options(form, "#correction-level"));
        Assert.Empty(form.FindAll("[name=correction-category]"));
        form.Find("form").Submit();

        var correction = Assert.Single(sent).Correction;
        Assert.Equal((CorrectionKind.NotRisk, 7, RiskLevel.None, null, null), (correction.Kind, correction.Sequence, correction.Level, correction.Phrase, correction.Example));
        Assert.Empty(correction.Categories);
        Assert.True(recorded);
    }

    [Fact]
    public void Offers_only_what_was_missed_where_nothing_was_found()
    {
        var form = Form(RiskLevel.None);

        Assert.Equal("This was missed", Assert.Single(form.FindAll("[name=correction-kind]")).ParentElement!.TextContent.Trim());
        Assert.Equal(["1 Low", "2 Medium", "3 High", "4 Immediate"], Options(form, "#correction-level"));
    }

    [Fact]
    public void Sends_what_was_missed_with_level_categories_and_the_place_of_the_phrase()
    {
        var form = Form(RiskLevel.Low);
        Choose(form, "[name=correction-kind][value=Missed]");
        form.Find("#correction-level").Change("High");
        Choose(form, "[name=correction-category][value=DrugDebt]");
        Choose(form, "[name=correction-category][value=ViolenceThreat]");
        form.Find("#correction-phrase").Input("They Want");

        form.Find("form").Submit();

        var correction = Assert.Single(sent).Correction;
        Assert.Equal((CorrectionKind.Missed, RiskLevel.High, new PhraseSpan(15, 9)), (correction.Kind, correction.Level, correction.Phrase));
        Assert.Equal([RiskCategory.DrugDebt, RiskCategory.ViolenceThreat], correction.Categories);
    }

    [Theory]
    [InlineData("High", "raises the case to High. A person is needed")]
    [InlineData("Low", "The case stays at Medium")]
    public void Says_what_it_does_to_the_case(string level, string effect)
    {
        var form = Form(RiskLevel.None);

        form.Find("#correction-level").Change(level);

        Assert.Contains(effect, form.Find("#correction-effect").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_for_what_is_missing_before_anything_is_sent()
    {
        var form = Form(RiskLevel.None);
        form.Find("#correction-level").Change("High");
        form.Find("form").Submit();
        Assert.Contains("at least one category", Alert(form), StringComparison.Ordinal);

        Choose(form, "[name=correction-category][value=Weapon]");
        form.Find("#correction-phrase").Input("never written");
        form.Find("form").Submit();
        Assert.Contains("does not stand in the message", Alert(form), StringComparison.Ordinal);

        Assert.Empty(sent);
    }

    [Fact]
    public void Sends_an_invented_sentence_with_its_label()
    {
        var form = Form(RiskLevel.High, RiskCategory.DrugDebt);
        Assert.Empty(form.FindAll("#correction-language"));
        form.Find("#correction-sentence").Input(" he only meant\na game of cards ");
        form.Find("#correction-language").Change("cy");
        form.Find("#correction-speaker").Change("Friend");
        form.Find("#correction-immediacy").Change("Past");

        form.Find("form").Submit();

        Assert.Equal(
            new InventedSentence(new MessageText("he only meant a game of cards"), "cy", null, Speaker.Friend, Immediacy.Past),
            Assert.Single(sent).Correction.Example);
    }

    [Fact]
    public void Keeps_everything_where_the_sentence_is_too_near_and_the_next_press_is_a_new_one()
    {
        answer = Some.Receipt(DeedResult.SentenceTooNear);
        var form = Form(RiskLevel.High);
        form.Find("#correction-sentence").Input(Words);
        form.Find("form").Submit();
        Assert.Contains("too near the young person's own words", Alert(form), StringComparison.Ordinal);
        Assert.False(recorded);

        answer = Some.Receipt(DeedResult.Done);
        form.Find("#correction-sentence").Input("a quarrel about a board game");
        form.Find("form").Submit();

        Assert.True(recorded);
        Assert.NotEqual(sent[0].Operation, sent[1].Operation);
    }

    [Fact]
    public void Without_an_answer_is_pressed_again_as_the_same_correction()
    {
        answer = null;
        var form = Form(RiskLevel.High);
        form.Find("form").Submit();
        Assert.Contains("No answer", Alert(form), StringComparison.Ordinal);

        answer = Some.Receipt(DeedResult.Done);
        form.Find("form").Submit();

        Assert.Equal(sent[0].Operation, sent[1].Operation);
    }

    [Fact]
    public void Every_control_has_a_name()
    {
        var form = Form(RiskLevel.High);
        form.Find("#correction-sentence").Input("words");
        form.Find("#correction-level").Change("Low");

        foreach (var control in form.FindAll("select, textarea, input[type=text]"))
            Assert.NotNull(form.Find($"label[for={control.Id}]"));
        foreach (var control in form.FindAll("input[type=radio], input[type=checkbox]"))
            Assert.Equal("LABEL", control.ParentElement!.TagName);
        Assert.Equal(2, form.FindAll("fieldset > legend").Count);
    }

    private static string Alert(IRenderedComponent<CorrectionForm> form) => form.Find("[role=alert]").TextContent;

    private static IEnumerable<string> Options(IRenderedComponent<CorrectionForm> form, string select) => form.FindAll($"{select} option").Select(option => option.TextContent);

    private static void Choose(IRenderedComponent<CorrectionForm> form, string control) => form.Find(control).Change(true);

    private IRenderedComponent<CorrectionForm> Form(RiskLevel found, params RiskCategory[] categories)
    {
        var deeds = DeedsAs(Some.Ada);
        var line = new TranscriptLine.Spoken("line-7-0", Some.Now, Voice.YoungPerson, "Young person", Words, Some.Found(found) with { Categories = categories }, [], true, 7);
        return Render<CorrectionForm>(parameters => parameters
            .Add(form => form.File, Some.Held(RiskLevel.Medium)).Add(form => form.Line, line).Add(form => form.Deeds, deeds).Add(form => form.Recorded, () => recorded = true));
    }
}

public class Asking_for_a_correction : ConsoleContext
{
    private static readonly LoggedCommit[] Log =
    [
        Some.Commit(3, Some.Wrote("they outside"), new ConversationEvent.CaseworkerSaid(Some.Ada, new MessageText("Hi"))),
        Some.Commit(4, new ConversationEvent.RiskCorrected(Some.Sam, CorrectionKind.Missed, 3, RiskLevel.Immediate, [RiskCategory.ViolenceThreat])),
    ];

    private readonly List<TranscriptLine.Spoken> asked = [];

    [Fact]
    public void Is_offered_on_the_young_persons_messages_only()
    {
        var button = Assert.Single(Pane(canCorrect: true).FindAll("button"));

        button.Click();

        Assert.Equal("Correct the level of the message at 16:00", button.GetAttribute("aria-label"));
        Assert.Equal((3, "they outside"), (asked.Single().Sequence, asked.Single().Words));
    }

    [Fact]
    public void Is_not_offered_to_who_may_not() => Assert.Empty(Pane(canCorrect: false).FindAll("button"));

    [Fact]
    public void Leaves_a_line_at_the_message_and_one_where_it_happened()
    {
        var lines = Transcript.Of(Log).Lines;

        Assert.Equal("This was missed: level Immediate, threat of violence", Assert.Single(lines.OfType<TranscriptLine.Spoken>().First().Corrections));
        Assert.Empty(lines.OfType<TranscriptLine.Spoken>().Last().Corrections);
        Assert.Equal("Sam corrected the screen. This was missed: level Immediate, threat of violence", Assert.Single(lines.OfType<TranscriptLine.Happening>()).Words);
        Assert.Contains("Corrected. This was missed", Pane(canCorrect: true).Find("article").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<TranscriptPane> Pane(bool canCorrect) => Render<TranscriptPane>(parameters => parameters
        .Add(pane => pane.Lines, Transcript.Of(Log).Lines).Add(pane => pane.CanCorrect, canCorrect).Add(pane => pane.Correct, asked.Add));
}
