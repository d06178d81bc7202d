namespace EngagementBot.Conversations.Tests;

public class When_a_text_is_printed
{
    [Fact]
    public void Its_words_stay_hidden()
    {
        var text = new MessageText("they know where my sister goes school");

        Assert.DoesNotContain("sister", $"{text}");
        Assert.DoesNotContain("sister", new IncomingMessage(null, text, ChannelKind.Web).ToString());
    }
}
