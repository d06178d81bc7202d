using EngagementBot.Conversations.Tests.Dialogs;
using EngagementBot.Transcripts;

namespace EngagementBot.Conversations.Tests.Transcripts;

public class A_conversation_that_was_written_down
{
    public static TheoryData<string> Transcripts => [.. TranscriptFolder.Names];

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Goes_as_it_was_written_through_the_turn_alone(string name)
    {
        var transcript = TranscriptFolder.Read(name);
        await using var stage = new PureStage(RealDialogs.Whole, transcript.Channel, transcript.Language);

        await Performance.PlayAsync(transcript, stage);
    }

    [Theory]
    [InlineData("j1-"), InlineData("j3-"), InlineData("j4-"), InlineData("j6-"), InlineData("j10-"), InlineData("j11-"), InlineData("j12-")]
    public void Exists_for_each_journey_of_the_case_study(string journey) =>
        Assert.Contains(TranscriptFolder.Names, name => name.StartsWith(journey, StringComparison.Ordinal));
}
