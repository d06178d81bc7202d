namespace EngagementBot.Conversations.Tests.Risk.Changes;

public class What_is_added
{
    public static TheoryData<string> Knives =>
    [
        "he said he will stab me",
        "hes got a knife and hes outside",
        "im carrying a knife because they said they will get me",
        "they put a knife to my neck",
        "i got stabbed last night",
        "theyre coming to my house with knives",
        "he pulled a knife on me yesterday because of the money",
        "he told me to keep the knife under my bed for him",
        "shes got a knife in her bag and she wants to stab a girl at break",
        "she slashed my jacket with a knife and said next time its my face",
        "i have a knife on me and im waiting for him outside his house",
        "he cut my arm with a knife for being short",
    ];

    public static TheoryData<string> Feared =>
    [
        "theyre going to stab me",
        "they said they will come to my house",
        "hes going to make me sleep with his friend",
        "im going to kill myself",
        "they want me to carry it in my body",
        "he said he will burn our house down",
        "im running away to stay with a man i met online",
        "they are going to shoot my brother",
        "my stepdad is going to hit me again",
        "they said i have to take the gun to someone",
        "hes coming to get me and the money",
        "i have to pay them two grand or they hurt my mum",
    ];

    public static TheoryData<string> Denied =>
    [
        "no one is threatening me",
        "nobody is threatening me or anything like that",
        "i dont owe anyone anything",
        "im not in danger",
        "i am not going to hurt myself",
        "i dont want to die or anything im just tired",
        "no one has ever hit me",
        "i never sold drugs",
        "hes not my boyfriend and he never asked me for pictures",
        "nobody made me do anything i just want to know",
        "dont worry nobody is after me",
        "im not scared of anyone at school",
    ];

    [Theory, MemberData(nameof(Knives))]
    public void A_knife_is_not_laughed_away(string disclosure) =>
        Assert.All(["lol jk", "jk lol", "haha", "only joking", "😂😂"], joke => NotLower(disclosure, $"{disclosure} {joke}"));

    [Theory, MemberData(nameof(Feared))]
    public void A_time_that_is_near_does_not_calm(string disclosure) =>
        Assert.All(["tonight", "today", "now", "soon"], time => NotLower(disclosure, $"{disclosure} {time}"));

    [Theory, MemberData(nameof(Denied))]
    public void What_is_denied_stays_low(string denial) => Assert.InRange(However_it_is_typed.Level(denial), 0, 1);

    private static void NotLower(string before, string after)
    {
        var (was, now) = (However_it_is_typed.Level(before), However_it_is_typed.Level(after));
        Assert.True(was >= 2 && now >= was, $"\"{after}\": {now}, and {was} without its end.");
    }
}
