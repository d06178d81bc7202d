using EngagementBot.Conversations.Risk.Words;

namespace EngagementBot.Conversations.Risk.Rules;

/// <summary>What surrounds the words of a message: sentences, denials, games and lessons, time, and who is spoken of.</summary>
internal sealed class Scene
{
    private readonly Chart chart;
    private readonly Cues cues;
    private readonly int[] sentence;
    private readonly int[] deniedBy;
    private readonly bool[] play, study, film, whatIf, longAgo, near;
    private readonly List<int> questions;

    public Scene(Chart chart, Cues cues)
    {
        (this.chart, this.cues) = (chart, cues);
        sentence = Sentences();
        deniedBy = Denials();
        (play, study, film) = (In(cues.Play), In(cues.Study), In(cues.Film));
        (whatIf, longAgo, near) = (In(cues.WhatIf), In(cues.LongAgo), In(cues.Near));
        questions = [.. Enumerable.Range(0, chart.Tokens.Count).Where(at => Reads(at, cues.GeneralQuestion))];
        Earnest = chart.Has(cues.Earnest);
        Joking = chart.Has(cues.Joking) && !Earnest;
        Still = chart.Has(cues.Still);
        Fiction = chart.Has(cues.Fiction);
        Study = chart.Has(cues.Study);
    }

    public bool Earnest { get; }

    public bool SpeaksOfFriend => chart.Has(cues.Friend);

    public bool Joking { get; }

    private bool Still { get; }

    private bool Fiction { get; }

    private bool Study { get; }

    /// <summary>A word the phrase rests on stands under a "not" that is no part of the phrase.</summary>
    public bool IsDenied(PhraseMatch match)
    {
        for (var at = match.Start; at < match.End; at++)
            if (match.Uses(at) && deniedBy[at] is >= 0 and var negator && !match.Uses(negator)) return true;
        return false;
    }

    /// <summary>Somebody else's words, or a world where nothing is at stake: a song, a game, a lesson, a general question.</summary>
    public bool IsFramed(PhraseMatch match)
    {
        if (Earnest) return false;
        if (Fiction || Nearby(match, play)) return true;
        if (Nearby(match, study) && !NamesWriter(match)) return true;
        return (Study || Nearby(match, film) || AsksInGeneral(match)) && !IsPersonal(match);
    }

    /// <summary>A question such as "what is…" beside the phrase, not one the phrase itself consists of ("whats the point in living").</summary>
    private bool AsksInGeneral(PhraseMatch match) =>
        questions.Exists(at => sentence[at] >= sentence[match.Start] && sentence[at] <= sentence[match.End - 1] && !match.Uses(at));

    public bool IsHypothetical(PhraseMatch match) => Nearby(match, whatIf);

    public bool IsLongAgo(PhraseMatch match) => !Still && Nearby(match, longAgo);

    /// <summary>Today or sooner, said in the same sentence or in one beside it.</summary>
    public bool IsNear(PhraseMatch match) => Within(near, sentence[match.Start] - 1, sentence[match.End - 1] + 1);

    /// <summary>The writer stands in the phrase or right beside it.</summary>
    public bool IsPersonal(PhraseMatch match)
    {
        for (var at = Math.Max(0, match.Start - 2); at < Math.Min(chart.Tokens.Count, match.End + 1); at++)
            if (sentence[at] == sentence[match.Start] && IsWriter(at)) return true;
        return false;
    }

    /// <summary>The phrase itself asks for a word that means the writer.</summary>
    public bool NamesWriter(PhraseMatch match)
    {
        for (var at = match.Start; at < match.End; at++)
            if (match.Uses(at) && IsWriter(at)) return true;
        return false;
    }

    /// <summary>Said of the writer: named in the phrase, or right beside a phrase that names nobody else.</summary>
    public bool IsAboutWriter(PhraseMatch match) => NamesWriter(match) || (IsPersonal(match) && !NamesAnother(match));

    private bool NamesAnother(PhraseMatch match)
    {
        for (var at = Math.Max(0, match.Start - 1); at < match.End; at++)
            if (chart.EndOf(at, cues.Another) > at) return true;
        return false;
    }

    /// <summary>"i", "me", "my" and the like, unless it only says whose friend or child is meant.</summary>
    private bool IsWriter(int at) =>
        chart.EndOf(at, cues.Me) > at && chart.EndOf(at, cues.Friend) == at && chart.EndOf(at, cues.Child) == at && chart.EndOf(at, cues.Someone) == at;

    private bool Nearby(PhraseMatch match, bool[] said) => Within(said, sentence[match.Start], sentence[match.End - 1]);

    private static bool Within(bool[] said, int from, int to)
    {
        for (var at = Math.Max(0, from); at <= Math.Min(to, said.Length - 1); at++)
            if (said[at]) return true;
        return false;
    }

    private bool Reads(int at, int cue) => !chart.Masked[at] && chart.EndOf(at, cue) > at;

    /// <summary>For each sentence whether a cue is said in it.</summary>
    private bool[] In(int cue)
    {
        var said = new bool[sentence.Length == 0 ? 0 : sentence[^1] + 1];
        for (var at = 0; at < sentence.Length; at++)
            if (Reads(at, cue)) said[sentence[at]] = true;
        return said;
    }

    private int[] Sentences()
    {
        var numbers = new int[chart.Tokens.Count];
        for (var at = 1; at < numbers.Length; at++)
            numbers[at] = numbers[at - 1] + (chart.Tokens[at].Before == Pause.Stop ? 1 : 0);
        return numbers;
    }

    /// <summary>For each token the "not" that reaches it, or -1. A "not" reaches to the end of its clause, at most six words.</summary>
    private int[] Denials()
    {
        var by = new int[chart.Tokens.Count];
        Array.Fill(by, -1);
        for (var at = 0; at < by.Length; at++)
        {
            var end = chart.EndOf(at, cues.Negator);
            if (end == at || IsNoDenial(at)) continue;

            var reach = Math.Min(by.Length, end + 6);
            for (var to = end; to < reach && chart.Tokens[to].Before == Pause.None && chart.EndOf(to, cues.ClauseStart) == to; to++)
                by[to] = at;
        }

        return by;
    }

    /// <summary>"dont know", "cant stop", "no joke": a "not" that takes nothing back.</summary>
    private bool IsNoDenial(int at)
    {
        for (var from = Math.Max(0, at - 3); from <= at; from++)
            if (chart.EndOf(from, cues.NotADenial) > at) return true;
        return false;
    }
}
