using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.Conversations.Tests.Dialogs;
using static EngagementBot.Conversations.ConversationEvent;

namespace EngagementBot.Conversations.Tests.Risk.Learning;

public class When_a_caseworker_corrects_the_screen
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 16, 0, 0, TimeSpan.Zero);
    private static readonly Caseworker Ada = new(new CaseworkerId("ada"), "Ada");
    private static readonly Caseworker Sam = new(new CaseworkerId("sam"), "Sam");

    private static readonly RiskCorrection Missed = new(CorrectionKind.Missed, 1, RiskLevel.High, [RiskCategory.DrugDebt]);
    private static readonly RiskCorrection NotRisk = new(CorrectionKind.NotRisk, 1, RiskLevel.None, []);

    [Fact]
    public void It_is_kept_as_a_label_that_repeats_no_word()
    {
        var correction = Missed with { Level = RiskLevel.Medium, Phrase = new PhraseSpan(3, 4), Example = Invented("the man next door wants his money back") };

        var deed = Correct(Held(RiskLevel.High), correction, Found(RiskLevel.Low));

        var kept = Assert.IsType<RiskCorrected>(Assert.Single(deed.Outcome.Events));
        Assert.Equal((Ada, CorrectionKind.Missed, 1, RiskLevel.Medium, new PhraseSpan(3, 4)), (kept.By, kept.Kind, kept.Of, kept.Level, kept.Phrase));
        Assert.Equal([RiskCategory.DrugDebt], kept.Categories);
    }

    [Fact]
    public void What_was_not_risk_lowers_nothing()
    {
        var before = Held(RiskLevel.Immediate);

        var deed = Correct(before, NotRisk, Found(RiskLevel.Immediate));

        Assert.Null(deed.Refused);
        Assert.Equal(before.Risk, before.After(deed.Outcome.Events, Now).Risk);
    }

    [Theory]
    [InlineData(CaseStatus.Noticed)]
    [InlineData(CaseStatus.Declined)]
    [InlineData(CaseStatus.SecondLook)]
    [InlineData(CaseStatus.Returned)]
    [InlineData(CaseStatus.Closed)]
    public void What_was_missed_at_3_fetches_a_person_and_says_nothing(CaseStatus status)
    {
        var before = Case(RiskLevel.Medium, status);

        var deed = Correct(before, Missed, Found(RiskLevel.None));
        var after = before.After(deed.Outcome.Events, Now);

        Assert.Equal((RiskLevel.High, CaseStatus.Waiting), (after.Risk.Level, after.Handoff.Status));
        Assert.Contains(RiskCategory.DrugDebt, after.Risk.Categories);
        Assert.Empty(deed.Outcome.Says);
    }

    [Fact]
    public void Who_is_there_already_is_not_fetched_again()
    {
        var held = Held(RiskLevel.Low);
        var waiting = Case(RiskLevel.Medium, CaseStatus.Waiting);

        Assert.IsType<RiskCorrected>(Assert.Single(Correct(held, Missed, Found(RiskLevel.None)).Outcome.Events));
        Assert.IsType<RiskCorrected>(Assert.Single(Correct(waiting, Missed, Found(RiskLevel.None)).Outcome.Events));
        Assert.Equal(RiskLevel.High, held.After(Correct(held, Missed, Found(RiskLevel.None)).Outcome.Events, Now).Risk.Level);
    }

    [Fact]
    public void A_missed_2_is_shown_to_the_team_again_where_no_case_is_open()
    {
        var missed = Missed with { Level = RiskLevel.Medium };

        Assert.Equal([typeof(RiskCorrected), typeof(CaseNoticed)], Kinds(Correct(Case(RiskLevel.Low, CaseStatus.Closed), missed, Found(RiskLevel.Low))));
        Assert.Equal([typeof(RiskCorrected)], Kinds(Correct(Case(RiskLevel.Medium, CaseStatus.Closed), missed, Found(RiskLevel.Low))));
    }

    [Fact]
    public void The_conversation_keeps_a_level_above_what_was_missed()
    {
        var before = Held(RiskLevel.Immediate);

        Assert.Equal(before.Risk, before.After(Correct(before, Missed, Found(RiskLevel.Low)).Outcome.Events, Now).Risk);
    }

    [Fact]
    public void Nobody_does_it_over_the_head_of_the_one_who_holds_the_case()
    {
        Assert.Equal(Refusal.HeldByAnother, Correct(Held(RiskLevel.Low), Missed, Found(RiskLevel.None), Sam).Refused);
        Assert.Null(Correct(Case(RiskLevel.Low, CaseStatus.Noticed), Missed, Found(RiskLevel.None), Sam).Refused);
        Assert.Equal(Refusal.NotOpen, Correct(Conversation.New, Missed, Found(RiskLevel.None)).Refused);
    }

    public static TheoryData<string, RiskCorrection, RiskLevel> Nonsense => new()
    {
        { "not risk, but no lower", NotRisk, RiskLevel.None },
        { "not risk, but higher", NotRisk with { Level = RiskLevel.High, Categories = [RiskCategory.Weapon] }, RiskLevel.Medium },
        { "missed, but lower", Missed, RiskLevel.Immediate },
        { "no level", Missed with { Level = (RiskLevel)5 }, RiskLevel.None },
        { "no kind", Missed with { Kind = (CorrectionKind)7 }, RiskLevel.None },
        { "a level without a category", Missed with { Categories = [] }, RiskLevel.None },
        { "a category twice", Missed with { Categories = [RiskCategory.Weapon, RiskCategory.Weapon] }, RiskLevel.None },
        { "a category that is none", Missed with { Categories = [(RiskCategory)99] }, RiskLevel.None },
        { "a category at level 0", NotRisk with { Categories = [RiskCategory.Weapon] }, RiskLevel.High },
        { "a phrase outside the message", Missed with { Phrase = new PhraseSpan(int.MaxValue, 2) }, RiskLevel.None },
        { "a phrase that runs over its end", Missed with { Phrase = new PhraseSpan(3, int.MaxValue) }, RiskLevel.None },
        { "a phrase without length", Missed with { Phrase = new PhraseSpan(3, 0) }, RiskLevel.None },
        { "an empty sentence", Missed with { Example = Invented("  ") }, RiskLevel.None },
        { "a sentence that is a story", Missed with { Example = Invented(new string('x', 401)) }, RiskLevel.None },
        { "a sentence of two lines", Missed with { Example = Invented("one\ntwo") }, RiskLevel.None },
        { "a language nobody reads", Missed with { Example = Invented("some words of mine") with { Language = "xx" } }, RiskLevel.None },
        { "a moment at level 0", NotRisk with { Example = Invented("some words of mine") with { Moment = ReachableMoment.WantsOut } }, RiskLevel.High },
    };

    [Theory, MemberData(nameof(Nonsense))]
    public void What_makes_no_sense_is_refused(string why, RiskCorrection correction, RiskLevel found)
    {
        var refused = Correct(Held(RiskLevel.High), correction, Found(found)).Refused;

        Assert.True(refused is Refusal.Invalid, why);
    }

    [Fact]
    public void A_category_alone_may_have_been_missed()
    {
        var found = Found(RiskLevel.High) with { Categories = [RiskCategory.FamilyThreat] };

        Assert.Null(Correct(Held(RiskLevel.High), Missed, found).Refused);
        Assert.Equal(Refusal.Invalid, Correct(Held(RiskLevel.High), Missed with { Categories = [RiskCategory.FamilyThreat] }, found).Refused);
    }

    [Fact]
    public void A_commit_without_a_message_cannot_be_corrected() =>
        Assert.Equal(Refusal.Invalid, CaseDeeds.Correct(Held(RiskLevel.High), Ada, Missed, null, [], RealDialogs.Whole, Now).Refused);

    [Fact]
    public void A_sentence_that_repeats_their_words_is_refused_and_nothing_is_kept()
    {
        var deed = Correct(Held(RiskLevel.Low), Missed with { Example = Invented("i owe them and they want it") }, Found(RiskLevel.None));

        Assert.Equal(Refusal.SentenceTooNear, deed.Refused);
        Assert.True(deed.Outcome.IsNothing);
    }

    private static InventedSentence Invented(string words) => new(new MessageText(words), "en", null, Speaker.Self, Immediacy.Ongoing);

    private static Deed Correct(Conversation conversation, RiskCorrection correction, RiskAssessment found, Caseworker? by = null) => CaseDeeds.Correct(
        conversation, by ?? Ada, correction, new YoungPersonWrote(null, new MessageText("i owe them and they want it back"), found, null), [], RealDialogs.Whole, Now);

    private static RiskAssessment Found(RiskLevel level) => RiskAssessment.Nothing with { Level = level };

    private static Conversation Held(RiskLevel level) => Case(level, CaseStatus.Held);

    private static Conversation Case(RiskLevel level, CaseStatus status) => Conversation.New with
    {
        Sequence = 1,
        Risk = RiskState.Calm with { Level = level },
        Handoff = new HandoffState(status, Now, status is CaseStatus.Held ? Ada : null),
    };

    private static IEnumerable<Type> Kinds(Deed deed) => deed.Outcome.Events.Select(happened => happened.GetType());
}
