using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using EngagementBot.Transcripts;

namespace EngagementBot.Conversations.Tests.Transcripts;

public class A_performance_of_a_transcript
{
    private const string Top = "# It shows something.\nchannel: sms   language: en   on shift: Ada\n\n";

    [Fact]
    public Task Passes_where_all_is_as_written() => PlayAsync("young person: hi\nlevel: 3, drug-debt\nbot: (one) First …\nbot: (two) Second words.\nmust: ask a question\nmust not: link\n");

    [Theory]
    [InlineData("young person: hi\nbot: (one) …\n", "some.chat:5: nothing more was expected before this line, but there came bot: (two) \"Second words.\"")]
    [InlineData("young person: hi\nbot: (one) …\nyoung person: ho\n", "some.chat:6: nothing more was expected before this line")]
    [InlineData("young person: hi\nbot: …\nbot: …\nbot: …\n", "some.chat:7: expected the bot to say …, but it said no more")]
    [InlineData("young person: hi\nbot: (two) …\n", "some.chat:5: expected the bot to say (two) …, got bot: (one) \"First words?\"")]
    [InlineData("young person: hi\nbot: (one) First\n", "some.chat:5: expected the bot to say (one) First, got")]
    [InlineData("young person: hi\nbot: (one) Other …\n", "some.chat:5: expected the bot to say (one) Other…, got")]
    [InlineData("young person: hi\nbot says nothing\n", "some.chat:5: expected the bot to say nothing, got")]
    [InlineData("young person: hi\nlevel: 4\n", "some.chat:5: expected level 4, got level 3 [DrugDebt]")]
    [InlineData("young person: hi\nlevel: 3, injury\n", "some.chat:5: expected level 3 with injury, got level 3 [DrugDebt]")]
    [InlineData("young person: hi\nlevel: 3, speaker friend\n", "some.chat:5: expected level 3 with speaker friend, got")]
    [InlineData("young person: hi\nlevel: 3, unreadable\n", "some.chat:5: expected level 3 with unreadable, got")]
    [InlineData("young person: hi\nconversation level: 2\n", "some.chat:5: expected the conversation at level 2, got 3")]
    [InlineData("young person: hi\nqueue: empty\n", "some.chat:5: expected \"empty\", got Waiting, level 3 [DrugDebt]")]
    [InlineData("young person: hi\nqueue: offered, level 4\n", "some.chat:5: expected \"level 4\", got Waiting")]
    [InlineData("young person: hi\nqueue: declined\n", "some.chat:5: expected \"declined\", got Waiting")]
    [InlineData("young person: hi\nqueue: held by Ada\n", "some.chat:5: expected \"held by Ada\", got Waiting")]
    [InlineData("young person: hi\nqueue: waiting since 1m\n", "some.chat:5: expected \"waiting since 1m\", got Waiting")]
    [InlineData("young person: hi\nqueue: gone quiet\n", "some.chat:5: expected \"gone quiet\", got Waiting")]
    [InlineData("young person: hi\nmust: link\n", "some.chat:5: must link, but there came")]
    [InlineData("young person: hi\nmust not: mention second\n", "some.chat:5: must not mention second, but there came")]
    [InlineData("young person: hi\nbot: …\nbot: …\n+1m\nmust not: link\n", "some.chat:8: the bot said nothing here, so this would prove nothing")]
    [InlineData("young person: hi\nAda sees: ho\n", "some.chat:5: expected Ada to see ho, got young person: \"hi\"")]
    [InlineData("young person: hi\nAda sees: hi\nAda sees: hi\n", "some.chat:6: expected Ada to see hi, got nothing")]
    [InlineData("young person: hi\nbot: …\nbot: …\nAda: closes the conversation, no-reply\n", "some.chat:7: expected Ada to be allowed, got to be refused: not yours")]
    [InlineData("young person: hi\nbot: …\nbot: …\nAda: takes the conversation\nrefused: not open\n", "some.chat:7: expected Ada to be refused: not open, got to be allowed")]
    [InlineData("young person: hi\nbot: …\nbot: …\nAda: Hello.\n", "some.chat:7: these words did not reach the young person; nothing did")]
    [InlineData("young person: hi\nbot: …\nbot: …\nthe same message again\n", "some.chat:7: the redelivered message was taken a second time")]
    public async Task Fails_at_the_line_that_is_otherwise(string lines, string fault)
    {
        var thrown = await Assert.ThrowsAsync<TranscriptFault>(() => PlayAsync(lines));

        Assert.StartsWith(fault, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Holds_what_is_demanded_throughout_against_all_that_was_said()
    {
        var transcript = TranscriptReader.Read("some.chat", Top.Replace("\n\n", "\nmust not: mention second\n\n", StringComparison.Ordinal) + "young person: hi\nbot: …\nbot: …\n");
        await using var stage = new Puppets();

        var thrown = await Assert.ThrowsAsync<TranscriptFault>(() => Performance.PlayAsync(transcript, stage));

        Assert.StartsWith("some.chat:3: must not mention second", thrown.Message, StringComparison.Ordinal);
    }

    private static async Task PlayAsync(string lines)
    {
        await using var stage = new Puppets();
        await Performance.PlayAsync(TranscriptReader.Read("some.chat", Top + lines), stage);
    }

    /// <summary>Always answers the same two texts, finds a debt at level 3, and lets nobody but a taker do anything. Redelivery is taken
    /// twice and a caseworker's words are lost, so that both can be noticed.</summary>
    private sealed class Puppets : IStage
    {
        private readonly List<Said> arrived = [];
        private readonly List<Said> read = [];
        private int commits;

        public DateTimeOffset Now { get; private set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public Task WriteAsync(string text, int number)
        {
            commits++;
            read.Add(new Said(Said.YoungPerson, null, text, []));
            arrived.AddRange([new Said(Said.Bot, "one", "First words?", []), new Said(Said.Bot, "two", "Second words.", [])]);
            return Task.CompletedTask;
        }

        public Task SetShiftAsync(IReadOnlyList<string> aliases) => Task.CompletedTask;

        public Task PassAsync(TimeSpan time)
        {
            Now += time;
            return Task.CompletedTask;
        }

        public Task<string?> DoAsync(string caseworker, CaseworkerDeed deed) =>
            Task.FromResult(deed is CaseworkerDeed.Take or CaseworkerDeed.Say ? null : "not yours");

        public Task<IReadOnlyList<Said>> ArrivedAsync()
        {
            IReadOnlyList<Said> news = [.. arrived];
            arrived.Clear();
            return Task.FromResult(news);
        }

        public Task<RiskAssessment> LastAssessmentAsync() =>
            Task.FromResult(RiskAssessment.Nothing with { Level = RiskLevel.High, Categories = [RiskCategory.DrugDebt] });

        public Task<RiskLevel> ConversationLevelAsync() => Task.FromResult(RiskLevel.High);

        public Task<CaseRow?> CaseAsync() => Task.FromResult<CaseRow?>(new CaseRow(
            new ConversationKey("puppets"), 1, CaseStatus.Waiting, RiskLevel.High, [RiskCategory.DrugDebt], null, "en", ChannelKind.Sms, Now, Now, null, 0, false));

        public Task<IReadOnlyList<Said>> ReadAsync(string caseworker) => Task.FromResult<IReadOnlyList<Said>>(read);

        public Task<int> EventsAsync() => Task.FromResult(commits);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
