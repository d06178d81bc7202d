using EngagementBot.Conversations.Dialogs;
using EngagementBot.HandoffConsole.Transcripts;
using static EngagementBot.Conversations.ConversationEvent;

namespace EngagementBot.HandoffConsole.Tests.Transcripts;

public class A_transcript : ConsoleContext
{
    [Fact]
    public void Names_a_speaker_once_per_run()
    {
        var transcript = Transcript.Of(
        [
            Some.Commit(1, Some.Wrote("hi"), Says("Hello.")),
            Some.Commit(2, Some.Wrote("one")),
            Some.Commit(3, Some.Wrote("two")),
            Some.Commit(4, new CaseworkerSaid(Some.Ada, new MessageText("Hi, I'm Ada"))),
            Some.Commit(5, new CaseworkerSaid(Some.Sam, new MessageText("and Sam"))),
        ]);

        Assert.Equal(
            ["Young person: hi", "Bot: Hello.", "Young person: one", "two", "Ada: Hi, I'm Ada", "Sam: and Sam"],
            transcript.Lines.OfType<TranscriptLine.Spoken>().Select(line => line.StartsRun ? $"{line.Name}: {line.Words}" : line.Words));
    }

    [Fact]
    public void Tells_what_happened_in_quiet_lines()
    {
        var transcript = Transcript.Of(
        [
            Some.Commit(1, new PersonNeeded(RiskLevel.High, HandoffCause.Risk)),
            Some.Commit(2, new Escalated(1)),
            Some.Commit(3, new CaseClaimed(Some.Ada, Some.Now)),
            Some.Commit(4, new CaseClosed(Some.Ada, new Closing(CaseOutcome.ReachedAPerson, SharingDecision.SharedWithConsent))),
        ]);

        Assert.Equal(
            [
                ("Handed over: level High, risk", false),
                ("Nobody has taken it in time: alarm 1", true),
                ("Claimed by Ada", false),
                ("Closed by Ada. Outcome: reached a person. Sharing: shared with consent", false),
            ],
            transcript.Lines.OfType<TranscriptLine.Happening>().Select(line => (line.Words, line.Loud)));
    }

    [Fact]
    public void Leaves_out_steps_and_receipts()
    {
        var transcript = Transcript.Of([Some.Commit(1, new StepReached(null), new RepliesOwed(), new Delivered(1))]);

        Assert.Empty(transcript.Lines);
    }

    [Fact]
    public void Sets_the_emergency_card_apart()
    {
        var card = new BotSaid(new Utterance(HandoffTexts.EmergencyCard, "Ring 999.", [], UtteranceKind.EmergencyCard));

        var pane = Render<TranscriptPane>(parameters => parameters.Add(one => one.Lines, Transcript.Of([Some.Commit(1, card)]).Lines));

        Assert.Equal("Ring 999.", pane.Find("section[aria-label='Emergency card'] .words").TextContent);
    }

    [Fact]
    public void Lists_its_reasons_gravest_first_with_the_exact_words()
    {
        var transcript = Transcript.Of(
        [
            Some.Commit(1, Some.Wrote("he gave me trainers", Some.Found(RiskLevel.Low, new RiskEvidence(3, 7, RiskCategory.Grooming, "gift")))),
            Some.Commit(2, Some.Wrote("i owe him", Some.Found(RiskLevel.High, new RiskEvidence(2, 3, RiskCategory.DrugDebt, "owes")))),
        ]);

        Assert.Equal(["owe", "gave me"], transcript.Reasons.Select(reason => reason.Phrase));
        Assert.Equal("line-2-0", transcript.Reasons[0].LineId);
    }

    [Fact]
    public void Shows_the_caseworkers_clock_and_keeps_UTC_in_reach()
    {
        var summer = new LoggedCommit(1, new DateTimeOffset(2026, 7, 1, 11, 30, 5, TimeSpan.Zero), [Some.Wrote("hi")]);

        var pane = Render<TranscriptPane>(parameters => parameters.Add(one => one.Lines, Transcript.Of([summer]).Lines));

        Assert.Equal("12:30", pane.Find("time").TextContent);
        Assert.Equal("2026-07-01 11:30:05 UTC", pane.Find("time").GetAttribute("title"));
    }

    [Fact]
    public void Marks_where_a_new_day_begins()
    {
        var late = new LoggedCommit(1, new DateTimeOffset(2026, 11, 23, 23, 59, 0, TimeSpan.Zero), [Some.Wrote("hi")]);
        var early = new LoggedCommit(2, new DateTimeOffset(2026, 11, 24, 0, 1, 0, TimeSpan.Zero), [Some.Wrote("still up")]);

        var lines = Transcript.Of([late, early]).Lines;

        Assert.IsType<TranscriptLine.NewDay>(lines[1]);
    }

    [Fact]
    public void Draws_the_levels_in_words_for_who_cannot_see_them()
    {
        var levels = Transcript.Of([Some.Commit(1, Some.Wrote("a")), Some.Commit(2, Some.Wrote("b", Some.Found(RiskLevel.High)))]).Levels;

        var timeline = Render<LevelTimeline>(parameters => parameters.Add(one => one.Levels, levels));

        Assert.EndsWith("None, High", timeline.Find("svg").GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    private static BotSaid Says(string words) => new(new Utterance("some-text", words, []));
}
