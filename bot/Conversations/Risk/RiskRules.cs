using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk.Rules;

namespace EngagementBot.Conversations.Risk;

/// <summary>The reviewed words of dialogs/risk, compiled. Immutable; one instance serves every conversation.</summary>
public sealed class RiskRules
{
    private RiskRules(RuleBook book) => Book = book;

    internal RuleBook Book { get; }

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
