namespace EngagementBot.Conversations.Dialogs;

/// <summary>Where the young person stands, how they reach us and in which language.</summary>
/// <param name="At">Null before the first answer and after an ending.</param>
/// <param name="InDanger">The emergency card was shown a short while ago: whatever is not understood is taken for part of that.</param>
public sealed record DialogContext(DialogStep? At, ChannelKind Channel, string Language, bool InDanger = false);

/// <summary>What the dialogs answer.</summary>
/// <param name="At">Where the conversation stands afterwards.</param>
/// <param name="Says">None where only a deed is asked for, else one or two; choices and a question only on the last.</param>
/// <param name="Understood">False where neither a choice nor a topic was found.</param>
public sealed record DialogAnswer(DialogStep? At, IReadOnlyList<Utterance> Says, DialogDeed Deed, bool Understood)
{
    /// <summary>What is said without the question at its end, for where another question follows instead. By SMS the choices are numbered in
    /// the question's own text, so taking the labels away is not enough.</summary>
    public IEnumerable<Utterance> Statements => Says.Where(said => said.Choices.Count == 0);
}

/// <summary>The bot's side of a conversation as a function. From level 2 it makes statements only: the question that follows them is the offer of a person.</summary>
public static class DialogRunner
{
    private static readonly DialogStep SomethingElse = new("something-else", "start");
    private static readonly DialogStep StillUnclear = new("something-else", "again");
    private static readonly DialogStep LostPlace = new("something-else", "lost-place");
    private static readonly DialogStep InDanger = new("danger-now", "start");
    private static readonly DialogStep StillHere = new("danger-now", "still");

    internal static IReadOnlyList<DialogStep> NamedSteps { get; } = [SomethingElse, StillUnclear, LostPlace, InDanger, StillHere];

    public static DialogAnswer Next(DialogContext at, MessageText text, RiskAssessment risk, DialogBook book)
    {
        var here = at.At is { } name ? book.Find(name, at.Language) : null;
        var talk = new Talk(at, here, text.Words, risk, book);

        return ByChoice(talk, ChoiceReader.Exact(text.Words, talk.Choices, at.Channel))
            ?? ByDanger(talk)
            ?? ByTopic(talk)
            ?? ByChoice(talk, Unless(ChoiceReader.Opening(text.Words, talk.Choices), DialogDeed.DeclinePerson))
            ?? ByElse(talk)
            ?? NotUnderstood(talk);
    }

    /// <summary>The question left unasked after a step; null where none was, or where the words have lost the step since.</summary>
    internal static DialogAnswer? QuestionAfter(DialogContext at, DialogBook book)
    {
        var step = at.At is { } name ? book.Find(name, at.Language) : null;
        while (step is { Asks: false }) step = step.Next is { } next ? book.Find(next, at.Language) : null;

        return step is null ? null : new Talk(at, null, "", RiskAssessment.Nothing, book).Tell(step.Name);
    }

    // "I don't have it" is no no: a person is declined in plain words or not at all.
    private static Choice? Unless(Choice? choice, DialogDeed deed) => choice?.Deed == deed ? null : choice;

    private static DialogAnswer? ByChoice(Talk talk, Choice? choice) => choice switch
    {
        null => null,
        { Go: null } => new DialogAnswer(null, [], choice.Deed, true),
        { Go: { } to } => talk.Tell(to, asking: talk.In(InDanger.Dialog)) with { Deed = choice.Deed },
    };

    /// <summary>After the card the questions come one at a time, whatever is typed between them.</summary>
    private static DialogAnswer? ByDanger(Talk talk)
    {
        var onward = talk.In(InDanger.Dialog) ? talk.Here?.Else : null;
        if (talk.Risk.Level < RiskLevel.Immediate)
        {
            // "Upstairs, by the kebab shop" answers the question that was asked; it is not a new subject. Only a plain question, or a person asked for, is.
            return onward is not null && !talk.Asks && Matched(talk).Deed is DialogDeed.None ? talk.Tell(onward, asking: true) : null;
        }

        // A thread about this danger goes on; after the general "are you safe" a new danger starts its own.
        var goesOn = talk.Here?.Name == StillHere ? null : onward;
        return talk.Tell(goesOn ?? talk.Routed(talk.Book.Routes(talk.At.Language).InDanger) ?? InDanger, asking: true);
    }

    private static DialogAnswer? ByTopic(Talk talk)
    {
        var (sure, deed) = Matched(talk);
        if (AnswerTo(talk, sure) is { } to) return talk.Tell(to) with { Deed = deed };
        return deed == DialogDeed.None ? null : new DialogAnswer(null, [], deed, true);
    }

    private static (TopicAnswer? Sure, DialogDeed Deed) Matched(Talk talk)
    {
        var (match, answer) = talk.Topic;
        var sure = match.IsSure && !(answer is { Yields: true } && talk.IsWaiting) ? answer : null;
        return (sure, sure?.Deed is { } asked and not DialogDeed.None ? asked : Asked(talk.Risk));
    }

    private static DialogDeed Asked(RiskAssessment risk) =>
        risk.Categories.Contains(RiskCategory.AsksHuman) ? DialogDeed.FetchPerson : DialogDeed.None;

    private static DialogStep? AnswerTo(Talk talk, TopicAnswer? topic)
    {
        if (talk.Routed(talk.Book.Routes(talk.At.Language).BeforeTopics) is { } first) return first;

        var routed = talk.Routed(talk.Book.Routes(talk.At.Language).AfterTopics);
        return talk.Risk.Level >= RiskLevel.Medium && topic is not { OutranksRisk: true } ? routed ?? topic?.Go : topic?.Go ?? routed;
    }

    /// <summary>An open question takes any words for its answer; a question left unasked is asked now.</summary>
    private static DialogAnswer? ByElse(Talk talk) => (talk.Here?.Else ?? talk.Here?.Next) is { } onward ? talk.Tell(onward) : null;

    private static DialogAnswer NotUnderstood(Talk talk) =>
        talk.Tell(talk.At.InDanger ? StillHere : talk.PlaceIsLost ? LostPlace : talk.In(SomethingElse.Dialog) ? StillUnclear : SomethingElse) with { Understood = false };
}
