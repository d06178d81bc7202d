using EngagementBot.Conversations.Risk.Learning;

namespace EngagementBot.Conversations.Tests.Risk.Learning;

public class A_sentence_of_the_reviewers_own
{
    private const string Theirs = "they said i owe 2 grand and they know where my sister goes school";

    [Theory]
    [InlineData(Theirs, "a copy")]
    [InlineData("They said I owe 2 grand, and they know where my sister goes to school!", "put in order")]
    [InlineData("th3y said i 0we: they know wher my sistr goes", "other spelling")]
    [InlineData("a boy wrote that they know where my sister goes", "a quotation of four words and more")]
    [InlineData("my sister goes school, they know where, and they said 2 grand i owe", "the same words in another order")]
    [InlineData("thеy​ knоw whеre my sistеr", "look-alike letters and hidden marks")]
    public void Is_refused_where_it_repeats_the_message(string sentence, string how) =>
        Assert.True(IsBorrowed(sentence, Theirs), how);

    [Theory]
    [InlineData("the man wants his money by sunday or he is coming to my nans", Theirs)]
    [InlineData("i owe him and now he waits outside my brothers club", Theirs)]
    [InlineData("please somebody help me get away from here", "help")]
    [InlineData("he keeps a blade in his room and i have seen it", "he has knife")]
    [InlineData("cant stop shaking since the fight", "i cant")]
    public void Is_taken_where_it_only_carries_the_point(string sentence, string message) =>
        Assert.False(IsBorrowed(sentence, message));

    [Theory]
    [InlineData("help", "Help")]
    [InlineData("he has a knife", "he has knife")]
    [InlineData("theyve locked the door", "theyve lokced teh door")]
    public void Is_refused_where_a_short_message_is_nearly_all_of_it(string sentence, string message) =>
        Assert.True(IsBorrowed(sentence, message));

    [Fact]
    public void May_share_three_words_in_a_row_and_not_four()
    {
        const string message = "one two three four five six seven eight nine ten";

        Assert.False(IsBorrowed("alpha two three four beta gamma delta", message));
        Assert.True(IsBorrowed("alpha two three four five beta gamma delta", message));
    }

    [Fact]
    public void May_not_be_taken_from_elsewhere_in_the_conversation()
    {
        MessageText[] others = [new("yeah"), new("he waits by the blue gate behind the old school every friday")];

        Assert.True(Borrowing.IsBorrowed(new("a man waits by the blue gate behind our flats"), new("he scares me"), others));
        Assert.False(Borrowing.IsBorrowed(new("a man in a van waits by the swings for us"), new("he scares me"), others));
    }

    [Fact]
    public void May_not_carry_their_number_and_may_carry_an_amount()
    {
        Assert.True(IsBorrowed("somebody rang from 07700900123 about money", "its 07700900123"));
        Assert.False(IsBorrowed("the dealer wants 2000 back tomorrow", "i owe 2000 to him"));
    }

    [Fact]
    public void Is_not_near_a_message_without_words() =>
        Assert.False(IsBorrowed("the man wants his money", "😭😭"));

    private static bool IsBorrowed(string sentence, string message) => Borrowing.IsBorrowed(new(sentence), new(message), []);
}
