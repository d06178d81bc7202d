using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk;
using static EngagementBot.Conversations.Tests.Dialogs.Talking;

namespace EngagementBot.Conversations.Tests.Dialogs;

public class While_a_question_with_choices_stands
{
    private static readonly DialogStep DebtAsk = Step("debt/ask");

    [Fact]
    public void Its_label_is_taken() => Assert.Equal(["debt/threat", "debt/person"], Say("Yes", at: DebtAsk).Ids());

    [Theory]
    [InlineData("yeah")]
    [InlineData("YH")]
    [InlineData("yes.")]
    [InlineData(" ye ")]
    public void Another_way_to_say_it_is_taken(string typed) => Assert.Equal("debt/threat", Say(typed, at: DebtAsk).Says[0].TextId);

    [Fact]
    public void A_slip_of_the_finger_in_a_long_label_is_mended() =>
        Assert.Equal(DialogDeed.FetchPerson, Say("talk to a persn", at: DebtAsk).Deed);

    [Theory]
    [InlineData("2", "debt/steps")]
    [InlineData("2.", "debt/steps")]
    public void Its_number_is_taken_by_sms(string typed, string step) => Assert.Equal(step, Text(typed, at: DebtAsk).Says[0].TextId);

    [Fact]
    public void A_number_means_nothing_on_the_web() => Assert.DoesNotContain("debt/threat", Say("1", at: DebtAsk).Ids());

    [Fact]
    public void A_number_beyond_the_choices_chooses_nothing() => Assert.Equal(DialogDeed.None, Text("9", at: DebtAsk).Deed);

    [Fact]
    public void A_short_answer_that_opens_with_a_choice_is_taken() => Assert.Equal("debt/threat", Say("yeah they have", at: DebtAsk).Says[0].TextId);

    [Fact]
    public void A_new_topic_is_answered_instead() => Assert.Equal("about-us/private", Say("is this confidential", at: DebtAsk).Says[0].TextId);

    [Fact]
    public void Words_that_fit_nothing_go_where_the_step_says() => Assert.Equal("debt/steps", Say("mmm qqq", at: DebtAsk).Says[0].TextId);

    [Theory]
    [InlineData("Yes, ask for a person", DialogDeed.FetchPerson)]
    [InlineData("ok", DialogDeed.FetchPerson)]
    [InlineData("not now", DialogDeed.DeclinePerson)]
    [InlineData("nah", DialogDeed.DeclinePerson)]
    public void A_deed_is_passed_on_and_nothing_is_said(string typed, DialogDeed deed)
    {
        var answer = Say(typed, at: Step("handoff/offer"));

        Assert.Equal(deed, answer.Deed);
        Assert.Empty(answer.Says);
        Assert.True(answer.Understood);
    }

    [Fact]
    public void Waiting_can_be_stopped() => Assert.Equal(DialogDeed.StopWaiting, Say("stop waiting", at: Step("handoff/waiting")).Deed);
}

public class When_a_step_no_longer_exists
{
    private static readonly DialogStep Gone = Step("debt/removed-last-week");

    [Theory]
    [InlineData("yes")]
    [InlineData("2")]
    public void A_bare_answer_is_not_guessed_at(string typed)
    {
        var answer = Text(typed, at: Gone);

        Assert.Equal(["lost-place"], answer.Ids());
        Assert.False(answer.Understood);
        Assert.Equal(Step("something-else/lost-place"), answer.At);
    }

    [Fact]
    public void A_question_is_answered_all_the_same() => Assert.Equal("about-us/private", Say("is this private", at: Gone).Says[0].TextId);
}

public class When_nothing_is_understood
{
    [Fact]
    public void It_says_so_kindly_and_offers_choices()
    {
        var answer = Say("zzxq vvw");

        Assert.Equal(["something-else"], answer.Ids());
        Assert.NotEmpty(answer.Says[0].Choices);
        Assert.False(answer.Understood);
    }

    [Fact]
    public void The_second_time_it_offers_a_person()
    {
        var answer = Say("zzxq vvw", at: Say("zzxq vvw").At);

        Assert.Equal(["something-else/again"], answer.Ids());
        Assert.Equal(DialogDeed.FetchPerson, Say("yes", at: answer.At).Deed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?")]
    [InlineData("\ud83d\ude22")]
    [InlineData("\ufffd")]
    public void Empty_and_odd_messages_get_the_same_answer(string typed) => Assert.Equal(["something-else"], Say(typed).Ids());
}

public class When_a_person_is_asked_for
{
    [Theory]
    [InlineData("can i talk to a real person")]
    [InlineData("human pls")]
    [InlineData("person")]
    public void They_are_fetched_at_once(string typed) => Assert.Equal(DialogDeed.FetchPerson, Say(typed).Deed);

    [Fact]
    public void The_screens_finding_is_enough() =>
        Assert.Equal(DialogDeed.FetchPerson, Say("let me spk 2 sum1 not u", Found(RiskLevel.None, RiskCategory.AsksHuman)).Deed);

    [Fact]
    public void What_was_told_beside_it_is_answered_too()
    {
        var answer = Say("i owe them 500 can i speak to someone", Found(RiskLevel.High, RiskCategory.DrugDebt, RiskCategory.AsksHuman));

        Assert.Equal(DialogDeed.FetchPerson, answer.Deed);
        Assert.Equal("debt/start", answer.Says[0].TextId);
    }

    [Fact]
    public void A_question_about_them_fetches_nobody() => Assert.Equal(DialogDeed.None, Say("what is a caseworker").Deed);

    [Theory]
    [InlineData("how long will i wait for a person")]
    [InlineData("are they here yet")]
    [InlineData("u there??")]
    [InlineData("who is coming")]
    public void Where_things_stand_is_said_when_it_is_asked(string asked) => Assert.Equal(DialogDeed.SayWhoIsHere, Say(asked).Deed);
}

public class From_level_2_on
{
    [Fact]
    public void No_question_is_asked_because_the_offer_of_a_person_is_one()
    {
        var answer = Say("they say i owe them money", Found(RiskLevel.High, RiskCategory.DrugDebt));

        Assert.Equal(["debt/start"], answer.Ids());
        Assert.All(answer.Says, utterance => Assert.Empty(utterance.Choices));
    }

    [Fact]
    public void The_question_comes_when_the_talk_goes_on()
    {
        var told = Say("they say i owe them money", Found(RiskLevel.High, RiskCategory.DrugDebt));

        Assert.Equal(["debt/ask"], Say("hmm", at: told.At).Ids());
    }

    [Fact]
    public void The_same_answer_is_not_given_twice_running()
    {
        var risk = Found(RiskLevel.High, RiskCategory.DrugDebt);
        var told = Say("they say i owe them money", risk);

        Assert.DoesNotContain("debt/start", Say("i owe loads", risk, told.At).Ids());
    }

    [Fact]
    public void An_answer_can_be_told_without_its_question() =>
        Assert.Equal(["debt/start"], Text("they say i owe them money", Found(RiskLevel.Low, RiskCategory.DrugDebt)).Statements.Select(said => said.TextId));

    [Fact]
    public void Below_it_the_question_follows() =>
        Assert.Equal(["debt/start", "debt/ask"], Say("they say i owe them money", Found(RiskLevel.Low, RiskCategory.DrugDebt)).Ids());
}

public class At_level_4
{
    [Fact]
    public void The_questions_come_one_at_a_time()
    {
        var now = Found(RiskLevel.Immediate, RiskCategory.ViolenceThreat);
        var first = Text("theyre outside", now);
        var second = Text("theyre kickin the door", now, first.At);

        Assert.Equal(["danger-now/start"], first.Ids());
        Assert.Equal(["danger-now/away"], second.Ids());
    }

    [Fact]
    public void Something_inside_the_body_brings_the_medical_line_first() =>
        Assert.StartsWith("In pain, sick or sleepy - ring 999 or go to A&E", Text("its inside me and i feel sick", Found(RiskLevel.Immediate, RiskCategory.InternalConcealment)).Says[0].Text);

    [Fact]
    public void Suicide_with_a_plan_brings_its_own_words() =>
        Assert.Equal("danger-now/suicide", Say("doing it tonight", Found(RiskLevel.Immediate, RiskCategory.SuicideSelfHarm)).Says[0].TextId);
}
