using EngagementBot.Transcripts;

namespace EngagementBot.Host.Tests.Transcripts;

public sealed class A_conversation_that_was_written_down(RunningService service) : IClassFixture<RunningService>
{
    public static TheoryData<string> Transcripts => [.. TranscriptFolder.Names];

    [Theory, MemberData(nameof(Transcripts))]
    public async Task Goes_as_it_was_written_over_http(string name)
    {
        var transcript = TranscriptFolder.Read(name);
        await using var stage = await service.OpenAsync(name, transcript.Channel, transcript.Language);

        await Performance.PlayAsync(transcript, stage);
    }
}
