using EngagementBot.Conversations;
using EngagementBot.Conversations.Risk;
using EngagementBot.Conversations.Risk.Encoding;
using EngagementBot.Conversations.Risk.Learned;

namespace EngagementBot.Benchmarks;

/// <summary>The ways a message is read: three of ours and two baselines. Each returns something, so that nothing is optimised away.</summary>
internal sealed class Readers
{
    private static readonly string Risk = Path.Combine(AppContext.BaseDirectory, "dialogs", "risk");

    private readonly RiskRules rules;
    private readonly RiskRules withModel;
    private readonly PlainPhrases phrases = PlainPhrases.In(Risk);

    public Readers()
    {
        rules = RiskRules.Read(Directory.GetFiles(Risk, "*.yaml").Select(path => (path, File.ReadAllText(path))));
        withModel = rules.With(ModelFile.Read(File.ReadAllBytes(Path.Combine(Risk, "model", "heads.bin")), SentenceEncoder.Load(Path.Combine(Risk, "model", "encoder.bin"))));
    }

    public int Phrases => phrases.Count;

    public IReadOnlyList<(string Name, Func<string, int> Read)> All =>
    [
        ("rules alone", Rules),
        ("rules and n-grams", RulesAndNgrams),
        ("whole screen with the encoder", WholeScreen),
        ("baseline: one alternation", Alternation),
        ("baseline: phrases one by one", OneByOne),
    ];

    public int Rules(string text) => (int)RiskScreen.Assess(new MessageText(text), RiskState.Calm, rules).Level;

    public int RulesAndNgrams(string text) => (int)RiskScreen.Assess(new MessageText(text), RiskState.Calm, withModel, isOurs: true).Level;

    public int WholeScreen(string text) => (int)RiskScreen.Assess(new MessageText(text), RiskState.Calm, withModel).Level;

    public int Alternation(string text) => phrases.ByAlternation(text);

    public int OneByOne(string text) => phrases.OneByOne(text);
}
