using System.Text.Json;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Identifiers;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Tests.Dialogs;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace EngagementBot.Conversations.Tests.Turns;

/// <summary>One thing that happens, as a property test makes it up.</summary>
public abstract record Happening
{
    public sealed record Writes(string Text) : Happening;

    public sealed record Claims(string Alias) : Happening;

    public sealed record Says(string Alias) : Happening;

    public sealed record Returns(string Alias) : Happening;

    public sealed record Closes(string Alias) : Happening;

    public sealed record Passes(int Seconds) : Happening;
}

public static class Happenings
{
    private static readonly string[] Lines =
    [
        "hi", "yes", "no", "1", "2", "not now", "person", "what is grooming", "STOP", "START", "HELP", "stop please they won't stop", "",
        "they said i owe 2 grand and they know where my sister goes school", "they got me locked in and got a knife", "they outside my house now",
        "i took loads of pills tonight", "asdkjh qwe", "https://example.org", "lol jk", "my mate owes money and got bruises",
        "my name is Jay", "ring me on 07700 900123", "they outside 14 high street now", "dont ring", "😀🔪", "ok",
    ];

    public static Arbitrary<Happening[]> Conversation() => Gen.Frequency(
            (8, Gen.Elements(Lines).Select(text => (Happening)new Happening.Writes(text))),
            (1, ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => (Happening)new Happening.Writes(text.Get))),
            (2, Gen.Elements("Ada", "Sam").Select(alias => (Happening)new Happening.Claims(alias))),
            (2, Gen.Elements("Ada", "Sam").Select(alias => (Happening)new Happening.Says(alias))),
            (1, Gen.Elements("Ada", "Sam").Select(alias => (Happening)new Happening.Returns(alias))),
            (1, Gen.Elements("Ada", "Sam").Select(alias => (Happening)new Happening.Closes(alias))),
            (3, Gen.Choose(1, 400).Select(seconds => (Happening)new Happening.Passes(seconds))))
        .ArrayOf(30)
        .ToArbitrary();
}

[Properties(Arbitrary = [typeof(Happenings)], MaxTest = 150)]
public class Whatever_happens_in_a_conversation
{
    private static readonly Desk OneOnShift = new(1, [0, 0, 0, 0, 0]);

    [Property]
    public void The_bot_never_talks_over_a_person(Happening[] happenings, bool sms) => Play(happenings, sms, (before, outcome, happening) =>
    {
        if (!before.Handoff.IsHeld || happening is not Happening.Writes) return;
        Assert.All(outcome.Says, said => Assert.True(said.Kind is UtteranceKind.EmergencyCard || said.TextId.StartsWith("sms-st", StringComparison.Ordinal), said.TextId));
    });

    [Property]
    public void Every_message_is_screened_first_and_its_level_only_rises_by_itself(Happening[] happenings, bool sms) => Play(happenings, sms, (before, outcome, happening) =>
    {
        var after = before.After(outcome.Events, Now);
        Assert.True(after.Risk.Level >= before.Risk.Level);
        if (happening is Happening.Writes)
            Assert.Single(outcome.Events.OfType<ConversationEvent.YoungPersonWrote>());
    });

    [Property]
    public void A_message_at_level_4_always_waits_for_a_person_or_is_with_one(Happening[] happenings, bool sms) => Play(happenings, sms, (before, outcome, _) =>
    {
        if (outcome.Events.OfType<ConversationEvent.YoungPersonWrote>().All(wrote => wrote.Risk.Level < RiskLevel.Immediate)) return;
        Assert.True(before.After(outcome.Events, Now).Handoff.Status is CaseStatus.Waiting or CaseStatus.Held);
    });

    [Property]
    public void No_message_goes_unanswered_unless_a_person_or_a_stop_stands_in_between(Happening[] happenings, bool sms) => Play(happenings, sms, (before, outcome, happening) =>
    {
        if (happening is not Happening.Writes || before.Handoff.IsHeld) return;
        var after = before.After(outcome.Events, Now);
        Assert.True(outcome.Says.Any() || after.TextsStopped, "no answer");
    });

    [Property]
    public void Nobody_is_told_at_level_3_or_4_that_something_was_hidden(Happening[] happenings, bool sms) => Play(happenings, sms, (before, outcome, _) =>
    {
        if (before.After(outcome.Events, Now).Risk.Level < RiskLevel.High) return;
        Assert.DoesNotContain(outcome.Says, said => said.TextId == IdentifierTexts.Hidden);
    });

    [Property]
    public void The_question_about_an_identifier_stands_alone_and_comes_once(Happening[] happenings, bool sms)
    {
        var asked = 0;
        Play(happenings, sms, (before, outcome, _) =>
        {
            if (!outcome.Says.Any(said => said.TextId == IdentifierTexts.Use)) return;
            Assert.Equal(1, ++asked);
            Assert.Equal(IdentifierTexts.Use, outcome.Says.Last().TextId);
            Assert.Single(outcome.Says, said => said.Choices.Count > 0);
            Assert.DoesNotContain(outcome.Says, said => said.Kind is UtteranceKind.EmergencyCard);
        });
    }

    [Property]
    public void No_number_or_name_reaches_a_caseworkers_view(Happening[] happenings, bool sms) => Play(happenings, sms, (_, outcome, _) =>
    {
        foreach (var wrote in outcome.Events.Select(happened => CaseworkersView.Of(happened)).OfType<ConversationEvent.YoungPersonWrote>())
        {
            Assert.DoesNotContain("900123", wrote.Text.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("name is Jay", wrote.Text.Words, StringComparison.Ordinal);
            Assert.All(wrote.Risk.Evidence, found => Assert.InRange(found.Start + found.Length, 0, wrote.Text.Words.Length));
        }
    });

    [Property]
    public void After_stop_nothing_goes_out_until_they_write(Happening[] happenings) => Play(happenings, sms: true, (before, outcome, happening) =>
    {
        if (before.TextsStopped && happening is not Happening.Writes) Assert.False(outcome.Speaks);
    });

    [Property]
    public void The_state_stays_small_and_comes_back_from_storage_as_it_went(Happening[] happenings, bool sms) => Play(happenings, sms, (before, outcome, _) =>
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(before.After(outcome.Events, Now));
        Assert.InRange(json.Length, 2, 8 * 1024);
        Assert.Equal(json, JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize<Conversation>(json)));
    });

    private static readonly DateTimeOffset Start = new(2026, 11, 23, 18, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset Now => Start;

    private static void Play(Happening[] happenings, bool sms, Action<Conversation, TurnOutcome, Happening> check)
    {
        var state = Conversation.New;
        var now = Start;
        var id = 0L;
        foreach (var happening in happenings)
        {
            if (happening is Happening.Passes passes) now += TimeSpan.FromSeconds(passes.Seconds);
            var outcome = Decide(state, happening, sms, now, id++);
            if (outcome.IsNothing) continue;

            check(state, outcome, happening);
            state = state.After(outcome.Events, now);
        }
    }

    private static TurnOutcome Decide(Conversation state, Happening happening, bool sms, DateTimeOffset now, long id) => happening switch
    {
        Happening.Writes writes => Turn.Take(state, Message(writes.Text, sms, id), RealDialogs.Whole, OneOnShift, now),
        _ when !state.HasStarted => TurnOutcome.Nothing,
        Happening.Claims claims => CaseDeeds.Claim(state, Worker(claims.Alias), RealDialogs.Whole, now).Outcome,
        Happening.Says says => CaseDeeds.Say(state, Worker(says.Alias), new MessageText("I'm here")).Outcome,
        Happening.Returns returns => CaseDeeds.ReturnToBot(state, Worker(returns.Alias), "they asked", RealDialogs.Whole, now).Outcome,
        Happening.Closes closes => CaseDeeds.Close(state, Worker(closes.Alias), new Closing(CaseOutcome.AgreedStep, SharingDecision.NotShared), RealDialogs.Whole, now).Outcome,
        _ => Due.Decide(state, RealDialogs.Whole, OneOnShift, now),
    };

    private static IncomingMessage Message(string text, bool sms, long id) =>
        new(new MessageId(id), new MessageText(text), sms ? ChannelKind.Sms : ChannelKind.Web, Reach: sms ? Reach.Push : Reach.Log);

    private static Caseworker Worker(string alias) => new(new CaseworkerId(alias), alias);
}
