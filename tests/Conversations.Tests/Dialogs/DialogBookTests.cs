using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Tests.Dialogs;

public class The_dialogs_folder
{
    private static readonly string[] Topics =
    [
        "grooming-signs", "what-is-county-lines", "drug-debt", "exit-routes", "threats-safety", "arrested-rights", "nrm", "missing-home", "injured-health",
        "school-exclusion", "worried-about-friend", "parent-carer", "professional-referral", "sexual-exploitation", "online-safety", "drugs-health",
        "feelings-mental-health", "confidentiality", "who-are-you", "talk-to-human", "local-services", "carrying-weapons", "cuckooing", "delete-my-chat", "off-topic",
    ];

    [Fact]
    public void Has_no_fault()
    {
        var faults = DialogBook.Faults(RealDialogs.Files);

        Assert.True(faults.Count == 0, string.Join('\n', faults.Select(fault => fault.Message)));
    }

    [Fact]
    public void Answers_every_topic_from_at_least_forty_examples() => Assert.All(Topics, topic =>
        Assert.True(RealDialogs.Files.Single(file => file.Path == $"en/topics/{topic}.yaml").Text.Split('\n').Count(line => line.StartsWith("      - ", StringComparison.Ordinal)) >= 40, topic));

    [Fact]
    public void Holds_no_held_out_question_as_an_example()
    {
        var examples = RealDialogs.Files.Where(file => file.Path.StartsWith("en/topics/", StringComparison.Ordinal))
            .SelectMany(file => file.Text.Split('\n')).Select(line => line.Trim().TrimStart('-').Trim().Trim('"')).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.DoesNotContain(HeldOutQuestions.All, question => examples.Contains(question.Text));
        Assert.Equal(150, HeldOutQuestions.All.Count);
    }

    [Fact]
    public void Is_signed_by_nobody_yet() => Assert.False(RealDialogs.Book.ReviewOf("emergency-card", "en").IsSigned);
}

public class A_text_said_by_name
{
    private static Utterance Said(string id, ChannelKind channel, params (string, string)[] values) => RealDialogs.Book.Say(id, "en", channel, values);

    [Theory]
    [MemberData(nameof(EveryTurnText))]
    public void Is_there_for_each_channel(string id)
    {
        foreach (var channel in new[] { ChannelKind.Web, ChannelKind.Sms, ChannelKind.Other })
            Assert.NotEmpty(Said(id, channel, ("people", "Sam is here."), ("alias", "Sam"), ("ahead", "2")).Text);
    }

    public static TheoryData<string> EveryTurnText() => [.. TurnTexts.Variables.Keys];

    [Fact]
    public void Has_its_variables_filled() => Assert.Equal("Ada is here. Ada is a person, not a computer.", Said("caseworker-joined", ChannelKind.Web, ("alias", "Ada")).Text);

    [Fact]
    public void Fills_a_value_with_braces_only_once() => Assert.Equal("{alias} is here.", Said("people-claimed", ChannelKind.Web, ("alias", "{alias}")).Text);

    [Fact]
    public void Without_its_variable_is_a_mistake_of_the_caller() => Assert.Throws<ArgumentException>(() => Said("people-claimed", ChannelKind.Web));

    [Fact]
    public void That_does_not_exist_is_a_mistake_of_the_caller() => Assert.Throws<KeyNotFoundException>(() => Said("no-such-text", ChannelKind.Web));

    [Theory]
    [InlineData("cy")]
    [InlineData("en-GB")]
    [InlineData("xx")]
    [InlineData("")]
    public void Falls_back_to_English(string language) =>
        Assert.Equal(Said("not-now", ChannelKind.Web).Text, RealDialogs.Book.Say("not-now", language, ChannelKind.Web).Text);

    [Fact]
    public void Numbers_its_choices_by_sms()
    {
        var offer = Said("handoff-offer", ChannelKind.Sms);

        Assert.EndsWith("\n1 Yes, ask for a person\n2 Not now", offer.Text);
        Assert.Equal(["Yes, ask for a person", "Not now"], offer.Choices);
    }

    [Fact]
    public void Leaves_choices_to_the_buttons_on_the_web() => Assert.DoesNotContain("Not now", Said("handoff-offer", ChannelKind.Web).Text);
}

public class The_emergency_card
{
    private static readonly string[] NeverByText = ["Samaritans", "Childline", "SHOUT", "Missing People", "drug", "debt"];

    private static string Card(ChannelKind channel, string people, params (string, string)[] values) =>
        RealDialogs.Book.Say("emergency-card", "en", channel, ("people", RealDialogs.Book.Say(people, "en", channel, values).Text)).Text;

    [Theory]
    [InlineData(ChannelKind.Web)]
    [InlineData(ChannelKind.Sms)]
    public void Starts_with_the_deed_and_tells_how_to_do_it_silently(ChannelKind channel)
    {
        var card = Card(channel, "people-alerted");

        Assert.StartsWith("Ring 999.", card);
        Assert.Contains("cough or tap", card, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("55", card);
        Assert.Contains("No one has answered yet. Do not wait for us.", card);
    }

    [Theory]
    [InlineData("people-alerted")]
    [InlineData("people-nobody")]
    [InlineData("people-claimed")]
    public void Fits_one_segment_by_sms_without_topic_or_charity(string people)
    {
        var card = Card(ChannelKind.Sms, people, ("alias", new string('W', TurnTexts.MaxAlias)));

        Assert.InRange(card.Length, 1, 160);
        Assert.All(NeverByText, word => Assert.DoesNotContain(word, card, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Is_marked_as_the_block_that_stands_out() =>
        Assert.Equal(UtteranceKind.EmergencyCard, RealDialogs.Book.Say("emergency-card", "en", ChannelKind.Web, ("people", "")).Kind);
}

public class By_sms
{
    [Fact]
    public void Stop_is_confirmed_with_exactly_these_words() => Assert.Equal(
        "OK. No more texts from us. START to come back. Emergency: 999.",
        RealDialogs.Book.Say("sms-stopped", "en", ChannelKind.Sms).Text);

    [Fact]
    public void Help_brings_safety_first() => Assert.StartsWith("In danger, ring 999.", RealDialogs.Book.Say("sms-help", "en", ChannelKind.Sms).Text);
}
