using EngagementBot.Transcripts;

namespace EngagementBot.Conversations.Tests.Transcripts;

public class A_transcript_being_read
{
    private const string Top = "# It shows something.\nchannel: sms   language: en   on shift: Ada\n\nyoung person: hi\n";

    [Fact]
    public void Says_what_it_shows_who_is_there_and_what_happens()
    {
        var transcript = TranscriptReader.Read("some.chat", Top + "bot: (welcome) Hello …\nAda: takes the conversation\nrefused: not open\n+3m\n");

        Assert.Equal(("It shows something.", ChannelKind.Sms, "en"), (transcript.Shows, transcript.Channel, transcript.Language));
        Assert.Equal(["Ada"], transcript.OnShift);
        Assert.Equal(
            [
                new Line.YoungPersonWrites(4, "hi"),
                new Line.BotSays(5, new Wording("welcome", "Hello", true)),
                new Line.CaseworkerActs(6, "Ada", new CaseworkerDeed.Take(), "not open"),
                new Line.TimePasses(8, TimeSpan.FromMinutes(3)),
            ],
            transcript.Lines);
    }

    [Fact]
    public void Demands_above_the_first_line_hold_throughout()
    {
        var transcript = TranscriptReader.Read("some.chat", Top.Replace("\n\n", "\nmust not: link\n\n", StringComparison.Ordinal) + "must: ask a question\n");

        Assert.Equal(("link", false), (transcript.Throughout[0].Check.Name, transcript.Throughout[0].Must));
        Assert.IsType<Line.Demands>(transcript.Lines[^1]);
    }

    [Theory]
    [InlineData("bott: hello", "some.chat:5: nobody is called 'bott'")]
    [InlineData("Ben: hello", "some.chat:5: nobody is called 'Ben'")]
    [InlineData("Ben sees: hello", "some.chat:5: nobody is called 'Ben sees'")]
    [InlineData("bot says nothin", "some.chat:5: 'bot says nothin' is not understood")]
    [InlineData("Ada: takes the conversatoin", "some.chat:5: 'takes the conversatoin' is not a deed")]
    [InlineData("Ada: closes the conversation, lovely", "some.chat:5: 'closes the conversation, lovely' is not a deed")]
    [InlineData("must: be kind", "some.chat:5: 'be kind' is not a check that is known")]
    [InlineData("must not: link | be rude", "some.chat:5: 'be rude' is not a check that is known")]
    [InlineData("level: 5", "some.chat:5: '5' is not a level")]
    [InlineData("level: 3, sadness", "some.chat:5: 'sadness' is not a category")]
    [InlineData("queue: offered, sad", "some.chat:5: 'sad' says nothing about a case")]
    [InlineData("conversation level: x", "some.chat:5: 'x' is not a level")]
    [InlineData("+3", "some.chat:5: '+3' is not a time")]
    [InlineData("refused: not open", "some.chat:5: 'refused' stands below")]
    [InlineData("channel: web   language: en   on shift: nobody", "some.chat:5: there is only one header")]
    public void Refuses_a_line_that_it_does_not_understand(string line, string fault)
    {
        var thrown = Assert.Throws<TranscriptFault>(() => TranscriptReader.Read("some.chat", Top + line));

        Assert.StartsWith(fault, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel: sms   language: en   on shift: Ada\nyoung person: hi", "must say, after #, what this shows")]
    [InlineData("# Shows.\nyoung person: hi", "the header comes first")]
    [InlineData("# Shows.\nchannel: fax   language: en   on shift: Ada", "'fax' is not a channel")]
    [InlineData("# Shows.\nchannel: sms   on shift: Ada", "a header reads")]
    [InlineData("# Shows.\nchannel: sms   language: en   on shift: ada", "'ada' is not a caseworker's alias")]
    [InlineData("# Shows.\nchannel: sms   language: en   on shift: Ada", "nobody writes anything")]
    public void Refuses_a_file_without_its_head(string text, string fault)
    {
        var thrown = Assert.Throws<TranscriptFault>(() => TranscriptReader.Read("some.chat", text));

        Assert.Contains(fault, thrown.Message, StringComparison.Ordinal);
    }
}
