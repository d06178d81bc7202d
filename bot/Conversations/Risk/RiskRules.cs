using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk.Learned;
using EngagementBot.Conversations.Risk.Rules;

namespace EngagementBot.Conversations.Risk;

/// <summary>The reviewed words of dialogs/risk, compiled. Immutable; one instance serves every conversation.</summary>
public sealed class RiskRules
{
    private RiskRules(RuleBook book, RiskModel? model = null) => (Book, Model) = (book, model);

    internal RuleBook Book { get; }

    /// <summary>The learned part; without it the rules decide alone.</summary>
    internal RiskModel? Model { get; }

    /// <summary>The same rules with a learned model beside them.</summary>
    public RiskRules With(RiskModel model) => new(Book, model);

    /// <summary>How many rules and idioms are loaded.</summary>
    public int Count => Book.Rules.Count + Book.Idioms.Count;

    /// <summary>Reads and proves the rules: each example of each rule must do what it says.</summary>
    /// <param name="files">Path (for messages only) and text of every file under dialogs/risk.</param>
    /// <exception cref="DialogFault">A file that must not be used, with its line.</exception>
    public static RiskRules Read(IEnumerable<(string Path, string Text)> files)
    {
        var parsed = files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => RuleFile.Parse(file.Path, file.Text)).ToList();
        var rules = new RiskRules(new RuleCompiler(parsed).Book);
        RuleProof.Check(rules);
        return rules;
    }
}
