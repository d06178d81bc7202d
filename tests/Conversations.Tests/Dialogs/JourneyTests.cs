using EngagementBot.Conversations.Risk;
using static EngagementBot.Conversations.Tests.Dialogs.Talking;

namespace EngagementBot.Conversations.Tests.Dialogs;

/// <summary>What the case study's journeys demand of the first answer and forbid in it.</summary>
public class A_child_writes_as_in_the_case_study
{
    [Theory]
    [InlineData(Speaker.Self)]
    [InlineData(Speaker.Friend)]
    public void J1_friends_drifting_gets_warmth_and_no_alarm(Speaker speaker)
    {
        var answer = Say(
            "my mates hang with older boys now. i dont wanna but then i got no one",
            Found(RiskLevel.Low, RiskCategory.BullyingExclusion).From(speaker));

        Assert.Equal("lonely/start", answer.Says[0].TextId);
        Assert.Single(answer.Words(), '?');
        Assert.Contains("come back", answer.Words());
        Assert.Contains("adult you trust", answer.Words());
        Never(answer.Words(), "drug", "gang", "police", "999");
    }

    [Fact]
    public void J2_excluded_with_a_kind_new_friend_names_gifts_and_not_crime()
    {
        var answer = Text(
            "kicked out 2 wks. it was them who jumped me. bored. one boy at skatepark is safe he bought me food",
            Found(RiskLevel.Medium, RiskCategory.BullyingExclusion, RiskCategory.Grooming).In(ReachableMoment.Excluded));

        Assert.Contains("you owe me", answer.Words());
        Assert.Contains("mentor", answer.Words());
        Never(answer.Words(), "drug", "criminal", "dealer", "gang", "999");
    }

    [Fact]
    public void J3_easy_money_praises_doubt_and_gives_two_ways_to_put_it_off()
    {
        var answer = Text(
            "charlie says i can make 100 a day just go london and get a ting. bit nervous tho",
            Found(RiskLevel.Medium, RiskCategory.ForcedCriminality, RiskCategory.Grooming).In(ReachableMoment.FirstGroomed));

        Assert.Contains("Being unsure is smart", answer.Words());
        Assert.Contains("robbed on the way", answer.Words());
        Assert.Contains("mum's got my location", answer.Words());
        Assert.Contains("school rings home", answer.Words());
        Assert.Contains("116 000", answer.Words());
        Assert.Contains("Only text when it's safe", answer.Words());
        Never(answer.Words(), "illegal", "surname", "who is charlie");
    }

    [Fact]
    public void J4_trapped_with_something_inside_gets_advice_before_any_question()
    {
        var answer = Text(
            "got robbd. they beat me. made me plug it. in a house dont no were. scard. dont ring",
            Found(RiskLevel.Immediate, RiskCategory.InternalConcealment, RiskCategory.Injury, RiskCategory.ForcedCriminality));

        Assert.DoesNotContain("?", answer.Says[0].Text);
        Assert.Contains("999", answer.Says[0].Text);
        Assert.All(answer.Says, utterance => Assert.True(utterance.Text.Length <= 160));
        Never(answer.Words(), "what drug", "how many", "how much", "who ", "http", "www");
    }

    [Fact]
    public void J6_in_hospital_gets_the_sentence_for_the_nurse_and_the_sister_covered()
    {
        var answer = Text(
            "got shanked im in hosp miles away. they want money. said they know lucys school",
            Found(RiskLevel.High, RiskCategory.FamilyThreat, RiskCategory.Injury, RiskCategory.DrugDebt).In(ReachableMoment.InjuredOrHospital));

        Assert.Contains("\"I'm scared to go home. I need the safeguarding lead or youth worker.\"", answer.Words());
        Assert.Contains("Don't leave alone", answer.Words());
        Assert.Contains("sister", answer.Words());
        Assert.Contains("999", answer.Words());
        Assert.Contains("116 000", answer.Words());
        Assert.DoesNotContain('?', answer.Words());
    }

    [Fact]
    public void J7_one_more_trip_gets_respect_and_an_open_door()
    {
        var answer = Text(
            "dont need u now. gonna do 1 more trip clear the 1000 then done",
            Found(RiskLevel.High, RiskCategory.DrugDebt, RiskCategory.ForcedCriminality));

        Assert.Equal("one-more-trip/start", answer.Says[0].TextId);
        Assert.Contains("made to grow", answer.Words());
        Assert.Contains("door here stays open", answer.Words());
        Assert.Contains("make today safer", answer.Words());
        Never(answer.Words(), "told you", "should pay", "don't pay", "refuse");
    }

    [Fact]
    public void Let_go_by_police_who_kept_the_drugs_is_told_of_the_danger_of_debt()
    {
        var answer = Text("police let me go but took the food", Found(RiskLevel.High, RiskCategory.DrugDebt, RiskCategory.PoliceCustody).In(ReachableMoment.ArrestedOrReleased));

        Assert.Contains("more dangerous, not safer", answer.Words());
        Assert.Contains("999", answer.Words());
    }

    [Fact]
    public void J10_a_mother_is_believed_and_promised_nothing()
    {
        var answer = Say(
            "my son 15 keeps going missing comes back with new trainers. found a 2nd phone. if I ring police will they take him off me",
            Found(RiskLevel.Medium, RiskCategory.MissingOrTrafficked, RiskCategory.ThirdPartyConcern).From(Speaker.Parent));

        Assert.Contains("I believe you", answer.Words());
        Assert.Contains("I can't promise", answer.Words());
        Assert.Contains("116 000", answer.Words());
        Assert.Contains("SPACE", answer.Words());
        Assert.Contains("don't pay or meet anyone", answer.Words());
        Assert.Contains("Look after yourself", answer.Words());
        Never(answer.Words(), "exploit", "your son told", "single mum");
        Assert.Contains("Family Rights Group", RealDialogs.Book.Say("parent/who", "en", ChannelKind.Web).Text);
        Assert.Contains("NSPCC", RealDialogs.Book.Say("parent/who", "en", ChannelKind.Web).Text);
    }

    [Fact]
    public void J11_a_friend_hears_that_telling_is_not_grassing()
    {
        var answer = Text(
            "my mate going OT every wkend hes got bruises says he owes. if i tell is that grassing",
            Found(RiskLevel.High, RiskCategory.DrugDebt, RiskCategory.ThirdPartyConcern).From(Speaker.Friend));

        Assert.Contains("not grassing", answer.Words());
        Assert.Contains("Fearless", answer.Words());
        Assert.Contains("adult you trust", answer.Words());
        Assert.Contains("Look after yourself", answer.Words());
        Assert.Contains("don't have to find things out or face anyone", answer.Words());
    }

    [Fact]
    public void J12_a_teacher_gets_the_order_of_steps_and_no_data()
    {
        var answer = Say(
            "Yr 10 boy here 1hr a day, new phone, marks on face, said he 'lost the pack'. No specialist in my county. Who do I refer to?",
            Found(RiskLevel.High, RiskCategory.DrugDebt, RiskCategory.Injury, RiskCategory.ThirdPartyConcern).From(Speaker.Professional));
        var words = answer.Words();

        int[] order = [words.IndexOf("999", StringComparison.Ordinal), words.IndexOf("DSL", StringComparison.Ordinal), words.IndexOf("children's services", StringComparison.Ordinal)];
        Assert.DoesNotContain(-1, order);
        Assert.Equal(order.Order(), order);
        Assert.Contains("refer yourself", words);
        Assert.Contains("debt means danger", words);
        Assert.Contains("DSP", words);
        Assert.Contains("section 130", words);
        Assert.Contains("No specialist near you?", words);
        Assert.Contains("I hold no information on any pupil", words);
    }

    [Theory]
    [InlineData("record")]
    [InlineData("nrm")]
    [InlineData("services")]
    [InlineData("child")]
    public void J12_the_rest_is_one_press_away(string step) =>
        Assert.NotEmpty(RealDialogs.Book.Say($"professional/{step}", "en", ChannelKind.Web).Text);

    private static void Never(string words, params string[] forbidden) =>
        Assert.All(forbidden, word => Assert.DoesNotContain(word, words, StringComparison.OrdinalIgnoreCase));
}
