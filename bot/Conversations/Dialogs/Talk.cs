namespace EngagementBot.Conversations.Dialogs;

/// <summary>One message in its place: what the runner looks at while it finds the answer.</summary>
/// <param name="Here">The step stood at; null at the start, or when the words have since lost that step.</param>
internal sealed record Talk(DialogContext At, Step? Here, string Text, RiskAssessment Risk, DialogBook Book)
{
    private readonly Lazy<(TopicMatch Match, TopicAnswer? Answer)> topic = new(() => Book.Topics.Find(Text, At.Language, Risk.Categories));

    /// <summary>The topic of the words, looked for once: it costs more than the rest of the answer.</summary>
    public (TopicMatch Match, TopicAnswer? Answer) Topic => topic.Value;

    public IReadOnlyList<Choice> Choices => Here?.Choices ?? [];

    /// <summary>The step was named by an earlier version of the words and is gone.</summary>
    public bool PlaceIsLost => At.At is not null && Here is null;

    /// <summary>A question stands, was left unasked, or went missing: small words belong to it.</summary>
    public bool IsWaiting => PlaceIsLost || Here is { Asks: true } or { Next: not null };

    /// <summary>A question with nothing grave in it: "who can see this?".</summary>
    public bool Asks => Risk.Level < RiskLevel.Medium && Text.Contains('?', StringComparison.Ordinal);

    public bool In(string dialog) => Here?.Name.Dialog == dialog;

    public DialogStep? Routed(IReadOnlyList<Route> routes) => routes.FirstOrDefault(route => route.Answers(Risk))?.Go;

    /// <summary>Says a step and what follows it; from level 2 only its statements.</summary>
    public DialogAnswer Tell(DialogStep to, bool asking = false)
    {
        var says = Following(NotTwice(Known(to)), asking || Risk.Level < RiskLevel.Medium).ToList();
        return new DialogAnswer(says[^1].Name, [.. says.Select(step => Book.Say(step.TextId, At.Language, At.Channel))], DialogDeed.None, true);
    }

    private IEnumerable<Step> Following(Step first, bool asking)
    {
        yield return first;
        for (var next = first.Next; next is not null; next = Known(next).Next)
            if (asking || !Known(next).Asks) yield return Known(next);
    }

    /// <summary>The same answer twice in a row reads as not listening, so the dialog says how it goes on instead.</summary>
    private Step NotTwice(Step step)
    {
        var onward = step.Name == Here?.Name ? step.Again ?? step.Next : step.Next == Here?.Name ? step.Again : null;
        return onward is null ? step : Known(onward);
    }

    private Step Known(DialogStep step) => Book.Find(step, At.Language)!;
}
