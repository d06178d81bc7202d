using EngagementBot.Conversations.Risk;

namespace EngagementBot.Conversations.Tests.Risk.Changes;

public class However_it_is_typed
{
    private const int High = 3;

    private static readonly (string Name, Func<string, string> Change)[] Typing =
    [
        ("as written", text => text),
        ("in capitals", text => text.ToUpperInvariant()),
        ("with a capital and a full stop", text => $"{char.ToUpperInvariant(text[0])}{text[1..]}."),
        ("with wide gaps", text => $"  {text.Replace(" ", "   ", StringComparison.Ordinal)} "),
        ("over several lines", Broken),
        ("with faces behind it", text => $"{text} 😭😭"),
        ("with a skull behind it", text => $"{text} 💀"),
    ];

    [Fact]
    public void A_disclosure_stays_high()
    {
        var fallen = Wordings("disclosures.txt").Where(one => Level(one.Text) < High).Select(one => $"{one.Typed}: {one.Text}");

        Assert.Empty(fallen);
    }

    [Fact]
    public void A_harmless_message_stays_below()
    {
        var risen = Wordings("harmless.txt").Where(one => Level(one.Text) >= High).Select(one => $"{one.Typed}: {one.Text}");

        Assert.Empty(risen);
    }

    internal static int Level(string text) => (int)SomeRules.AssessWithModel(text).Level;

    // Lines of the same message beneath each other; a line that starts with a # is a remark.
    internal static IEnumerable<string> Lines(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Risk", "Changes", file)).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Trim());

    private static IEnumerable<(string Typed, string Text)> Wordings(string file) =>
        Lines(file).SelectMany(line => Typing.Select(typing => (typing.Name, typing.Change(line))));

    private static string Broken(string text)
    {
        var half = text.IndexOf(' ', text.Length / 2);
        return half < 0 ? text : $"{text[..half]}\n{text[(half + 1)..]}";
    }
}
