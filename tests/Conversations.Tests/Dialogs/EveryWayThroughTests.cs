using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk;
using FsCheck.Xunit;
using static EngagementBot.Conversations.Tests.Dialogs.Talking;

namespace EngagementBot.Conversations.Tests.Dialogs;

public class On_every_way_through_the_dialogs
{
    private static readonly ChannelKind[] Channels = [ChannelKind.Web, ChannelKind.Sms, ChannelKind.Other];

    private static readonly string[] Typed =
    [
        "yes", "no", "2", "not now", "ok", "stop", "help", "why", "they said i owe 500", "is this private", "im scared", "my mate is in a gang",
        "got excluded", "fuck off", "zzqx", "", "hi", "thanks", "he gave me trainers", "can i talk to a person", "im in hospital", "talk to a person",
    ];

    [Fact]
    public void Every_choice_of_every_step_leads_to_a_step_or_a_deed()
    {
        var seen = new HashSet<DialogStep>();
        var open = new Queue<DialogStep>(Starts());
        while (open.TryDequeue(out var at))
        {
            if (!seen.Add(at)) continue;
            Assert.True(RealDialogs.Book.Has(at, "en"));
            foreach (var next in Channels.SelectMany(channel => Pressed(at, channel))) open.Enqueue(next);
        }

        Assert.True(seen.Count > 40, $"only {seen.Count} steps were stood at");
    }

    [Property(MaxTest = 200)]
    public void No_conversation_ends_unanswered_or_over_its_limit(int[] picks, int channelPick, int levelSeed)
    {
        var channel = Channels[Math.Abs(channelPick % Channels.Length)];
        DialogStep? at = null;
        foreach (var pick in picks)
        {
            var risk = Found((RiskLevel)Math.Abs((pick ^ levelSeed) % 5), (RiskCategory)Math.Abs(pick / 7 % 18));
            var answer = DialogRunner.Next(new DialogContext(at, channel, "en"), new MessageText(Typed[Math.Abs(pick % Typed.Length)]), risk, RealDialogs.Book);
            Sound(answer, channel);
            at = answer.At;
        }
    }

    [Property(MaxTest = 200)]
    public void Any_text_at_all_is_answered(string? text) => Sound(Say(text ?? ""), ChannelKind.Web);

    [Fact]
    public void The_same_message_gets_the_same_answer() =>
        Assert.All(Typed, text => Assert.Equal(Say(text).Words(), Say(text).Words()));

    private static void Sound(DialogAnswer answer, ChannelKind channel)
    {
        Assert.True(answer.Says.Count > 0 || answer.Deed != DialogDeed.None, "nothing was said and nothing done");
        Assert.True(answer.Says.Count <= 3);
        Assert.All(answer.Says.SkipLast(1), utterance => Assert.Empty(utterance.Choices));
        Assert.All(answer.Says, utterance => Assert.True(channel != ChannelKind.Sms || utterance.Text.Length <= 306, utterance.TextId));
        Assert.All(answer.Says, utterance => Assert.InRange(utterance.Choices.Count, 0, 5));
        Assert.True(answer.At is null || RealDialogs.Book.Has(answer.At, "en"));
    }

    private static IEnumerable<DialogStep> Starts() =>
    [
        Step("welcome/start"), Step("handoff/offer"), Step("handoff/offer-gentle"), Step("handoff/waiting"), Step("danger-now/start"), Step("something-else/start"),
        .. HeldOutQuestions.All.Select(question => Say(question.Text).At).OfType<DialogStep>(),
    ];

    private static IEnumerable<DialogStep> Pressed(DialogStep at, ChannelKind channel)
    {
        foreach (var label in RealDialogs.Book.ChoicesAt(at, "en"))
        {
            var answer = Say(label, at: at, channel: channel);
            Assert.True(answer.Understood, $"{at}: {label}");
            Sound(answer, channel);
            if (answer.At is not null) yield return answer.At;
        }
    }
}
