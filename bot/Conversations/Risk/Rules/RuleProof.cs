using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>Holds every rule and idiom to its own examples before any is used.</summary>
internal static class RuleProof
{
    public static void Check(RiskRules rules)
    {
        foreach (var rule in rules.Book.Rules) Check(rule.Name, rule.About, text => Holds(rules.Book, rule, text));
        foreach (var idiom in rules.Book.Idioms) Check(idiom.Name, idiom.About, text => Masks(rules.Book, idiom, text));
    }

    private static void Check(string name, RuleSource about, Func<string, bool> fires)
    {
        if (about.Fires.FirstOrDefault(text => !fires(text)) is { } silent)
            throw new DialogFault(about.Path, about.Line, $"\"{name}\" should fire on \"{silent}\" and does not");
        if (about.DoesNotFire.FirstOrDefault(fires) is { } loud)
            throw new DialogFault(about.Path, about.Line, $"\"{name}\" should not fire on \"{loud}\" and does");
    }

    private static bool Holds(RuleBook book, RiskRule rule, string text)
    {
        var chart = book.Read(new FoldedText(text), out _);
        return Findings.In(book, chart, new Scene(chart, book.Cues), raised: true)
            .Exists(finding => finding.Rule == rule && finding.Level >= Math.Min(1, rule.Severity));
    }

    private static bool Masks(RuleBook book, Idiom idiom, string text)
    {
        book.Read(new FoldedText(text), out var idioms);
        return idioms.Contains(idiom.Name);
    }
}
