namespace EngagementBot.Conversations.Dialogs;

/// <summary>The texts the turn and the first screen say by name, with the variables filled in for each. A book without one of them does not load.</summary>
public static class TurnTexts
{
    private static readonly string[] None = [];
    private static readonly string[] Alias = ["alias"];

    public static IReadOnlyDictionary<string, string[]> Variables { get; } = new Dictionary<string, string[]>
    {
        ["welcome"] = None,
        ["first-screen-who"] = None,
        ["first-screen-private"] = None,
        ["first-screen-device"] = None,
        ["first-screen-more"] = None,
        ["first-screen-choices"] = None,
        ["emergency-card"] = ["people"],
        ["people-claimed"] = Alias,
        ["people-alerted"] = None,
        ["people-nobody"] = None,
        ["handoff-offer"] = None,
        ["handoff-offer-gentle"] = None,
        ["handoff-offer-nobody"] = None,
        ["handoff-offer-gentle-nobody"] = None,
        ["handoff-just-me"] = None,
        ["handoff-asked"] = ["ahead"],
        ["handoff-asked-nobody"] = None,
        ["handoff-waiting"] = None,
        ["handoff-waiting-nobody"] = None,
        ["handoff-still-waiting"] = None,
        ["handoff-declined"] = None,
        ["handoff-declined-danger"] = None,
        ["handoff-declined-low"] = None,
        ["handoff-stopped"] = None,
        ["caseworker-joined"] = Alias,
        ["caseworker-returned"] = Alias,
        ["case-closed"] = None,
        ["lease-lapsed"] = Alias,
        ["nobody-yet"] = None,
        ["still-danger"] = None,
        ["screen-failed"] = None,
        ["unreadable"] = None,
        ["identifier-hidden"] = None,
        ["identifier-use"] = None,
        ["sms-stopped"] = None,
        ["sms-started"] = None,
        ["sms-help"] = None,
        ["something-else"] = None,
        ["not-now"] = None,
        ["lost-place"] = None,
    };

    /// <summary>Words of the chat page begin so; the page fills them in itself.</summary>
    public const string PagePrefix = "widget-";

    private static readonly string[] ByThePage = ["alias", "ahead", "minutes", "left"];

    /// <summary>Shown on the page alone, never sent by SMS.</summary>
    public static bool IsOfThePage(string id) => id.StartsWith(PagePrefix, StringComparison.Ordinal);

    /// <summary>The variables that are filled in for a text.</summary>
    public static string[] FilledIn(string id) =>
        IsOfThePage(id) ? ByThePage : Variables.GetValueOrDefault(id, None);

    /// <summary>What a variable may grow to, so that a filled text still fits its limit.</summary>
    internal static string Longest(string variable, ReviewedText text, IReadOnlyDictionary<string, ReviewedText> texts, ChannelKind channel) =>
        variable switch
        {
            "people" => texts.Values
                .Where(other => other.Id.StartsWith("people-", StringComparison.Ordinal))
                .Select(other => other.For(channel).Replace("{alias}", LongestAlias, StringComparison.Ordinal))
                .MaxBy(words => words.Length) ?? "",
            "alias" => LongestAlias,
            "ahead" or "minutes" or "left" => "999",
            _ => throw text.Place.Fault($"nothing fills {{{variable}}} in '{text.Id}'"),
        };

    /// <summary>Aliases are at most this long; the console holds staff to it.</summary>
    public const int MaxAlias = 20;

    private static readonly string LongestAlias = new('a', MaxAlias);
}
