namespace EngagementBot.Conversations.Dialogs;

/// <summary>What only shows once a whole language is read: names that lead nowhere, dialogs without a way on, texts the turn would miss.</summary>
internal static class BookChecks
{
    private const int MostAtOnce = 2;

    /// <summary>The first fault of each piece of content, in the order of the files.</summary>
    public static IEnumerable<DialogFault> Faults(string language, LanguageContent content, ServiceDirectory services) =>
    [
        .. FaultsOf(content.Steps.Values, step => CheckStep(step, content)),
        .. FaultsOf(content.Texts.Values, text => CheckText(text, content)),
        .. FaultsOf(content.Texts.Values, services.Check),
        .. FaultsOf(content.Topics.SelectMany(topic => topic.Answers), answer => CheckAnswer(answer, content)),
        .. FaultsOf(content.Routes?.All ?? [], route => Known(route.Go, route.Place, content)),
        .. FaultsOf(content.Routes is { } table ? table.BeforeTopics.Concat(table.AfterTopics) : [], route => States(route.Go, route.Place, content)),
        .. FaultsOf(Unreached(content), step => throw step.Place.Fault($"nothing leads to '{step.Name}'")),
        .. language == DialogBook.Fallback ? FaultsOf([content], CheckComplete) : [],
    ];

    private static IEnumerable<DialogFault> FaultsOf<T>(IEnumerable<T> items, Action<T> check)
    {
        foreach (var item in items)
            if (FaultOf(item, check) is { } fault) yield return fault;
    }

    private static DialogFault? FaultOf<T>(T item, Action<T> check)
    {
        try
        {
            check(item);
            return null;
        }
        catch (DialogFault fault)
        {
            return fault;
        }
    }

    private static IEnumerable<Step> Unreached(LanguageContent content)
    {
        var open = new Queue<DialogStep?>(
        [
            .. DialogRunner.NamedSteps,
            .. content.Texts.Values.Where(text => TurnTexts.Variables.ContainsKey(text.Id)).Select(text => text.ChoicesOf),
            .. content.Topics.SelectMany(topic => topic.Answers).Select(answer => answer.Go),
            .. content.Routes?.All.Select(route => route.Go) ?? [],
        ]);
        var reached = new HashSet<DialogStep>();
        while (open.TryDequeue(out var name))
            if (name is not null && reached.Add(name) && content.Steps.TryGetValue(name, out var step))
                foreach (var onward in Onward(step)) open.Enqueue(onward);

        return content.Steps.Values.Where(step => !reached.Contains(step.Name));
    }

    private static IEnumerable<DialogStep?> Onward(Step step) => [step.Next, step.Else, step.Again, .. step.Choices.Select(choice => choice.Go)];

    private static void CheckStep(Step step, LanguageContent content)
    {
        if (!content.Texts.ContainsKey(step.TextId)) throw step.Place.Fault($"'{step.Name}' says '{step.TextId}', which no file holds");
        if (step.Choices.Count == 0 && step.Next is null && step.Else is null && !step.Ends)
            throw step.Place.Fault($"'{step.Name}' is a dead end; give it choices, 'next' or 'else', or say 'ends: true'");
        if (step.Next is not null && step.Choices.Count > 0)
            throw step.Place.Fault($"'{step.Name}' has choices and 'next'; choices stand only under the last thing said");

        foreach (var to in new[] { step.Next, step.Else, step.Again }) Known(to, step.Place, content);
        foreach (var choice in step.Choices) Known(choice.Go, choice.Place, content);
        CheckChain(step, content);
        OneMeaningEach(step);
    }

    /// <summary>At most two statements and a question come at once; a loop of statements would never stop.</summary>
    private static void CheckChain(Step step, LanguageContent content)
    {
        var said = 0;
        for (var at = step; at is not null; at = at.Next is { } next && content.Steps.TryGetValue(next, out var found) ? found : null)
            if (++said > (at.Asks ? MostAtOnce + 1 : MostAtOnce))
                throw step.Place.Fault($"'{step.Name}' says more than {MostAtOnce} things before it asks or ends");
    }

    private static void OneMeaningEach(Step step)
    {
        var seen = new Dictionary<string, Choice>();
        foreach (var choice in step.Choices)
            foreach (var words in choice.Also.Append(Plainly.Normalise(choice.Label)).Distinct())
                if (!seen.TryAdd(words, choice))
                    throw choice.Place.Fault($"'{words}' would mean both '{seen[words].Label}' and '{choice.Label}'");
    }

    private static void CheckText(ReviewedText text, LanguageContent content)
    {
        Known(text.ChoicesOf, text.Place, content);
        var choices = text.ChoicesOf is { } step ? content.Steps[step].Choices : [];
        WordingChecks.Check(text, [.. choices.Select(choice => choice.Label)], content);
    }

    private static void CheckAnswer(TopicAnswer answer, LanguageContent content)
    {
        Known(answer.Go, answer.Place, content);
        if (answer.Go is { } go) States(go, answer.Place, content);
        if (answer.Go is null && answer.Deed == DialogDeed.None) throw answer.Place.Fault($"an answer of '{answer.Topic}' leads nowhere; give it 'go' or 'deed'");
    }

    /// <summary>What answers free text must be sayable without its question, because from level 2 the offer of a person is the question.</summary>
    private static void States(DialogStep step, Place place, LanguageContent content)
    {
        if (content.Steps.TryGetValue(step, out var found) && found.Asks) throw place.Fault($"'{step}' asks; free text must lead to a step that states something and asks in its 'next'");
    }

    private static void Known(DialogStep? step, Place place, LanguageContent content)
    {
        if (step is not null && !content.Steps.ContainsKey(step)) throw place.Fault($"there is no step '{step}'");
    }

    private static void CheckComplete(LanguageContent content)
    {
        foreach (var id in TurnTexts.Variables.Keys)
            if (!content.Texts.ContainsKey(id)) throw new DialogFault($"{DialogBook.Fallback}/texts", 1, $"the text '{id}' is missing");
        foreach (var step in DialogRunner.NamedSteps.Concat(Identifiers.IdentifierTalk.NamedSteps))
            if (!content.Steps.ContainsKey(step)) throw new DialogFault(DialogBook.Fallback, 1, $"the step '{step}' is missing");
    }
}
