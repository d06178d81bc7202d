namespace EngagementBot.Conversations.Dialogs;

/// <summary>Words, pairs of words and letter runs of a short message: the runs carry misspellings, the pairs carry meaning.</summary>
internal static class TextFeatures
{
    private const int ShortestRun = 3;
    private const int LongestRun = 5;
    private const int MostWords = 60;

    private static readonly HashSet<string> Fillers =
        ["a", "an", "the", "um", "uh", "er", "like", "lol", "pls", "plz", "please", "bro", "bruv", "fam", "cuz", "innit", "so", "and", "just", "rn", "tho", "man", "hi", "hey", "ok"];

    /// <summary>Common short forms written out, so that "wot r my rights" and "what are my rights" share words.</summary>
    private static readonly Dictionary<string, string> WrittenOut = new()
    {
        ["u"] = "you", ["ya"] = "you", ["ur"] = "your", ["yr"] = "your", ["r"] = "are", ["wot"] = "what", ["wat"] = "what", ["wut"] = "what",
        ["wats"] = "whats", ["wots"] = "whats", ["y"] = "why", ["n"] = "and", ["nd"] = "and", ["da"] = "the", ["dem"] = "them", ["dey"] = "they", ["dat"] = "that",
        ["dis"] = "this", ["im"] = "i", ["ive"] = "i", ["ill"] = "i", ["id"] = "i", ["m8"] = "mate", ["sum1"] = "someone", ["sm1"] = "someone", ["some1"] = "someone",
        ["any1"] = "anyone", ["every1"] = "everyone", ["no1"] = "nobody", ["b4"] = "before", ["2nite"] = "tonight", ["2day"] = "today", ["2moro"] = "tomorrow", ["tmrw"] = "tomorrow",
        ["tmr"] = "tomorrow", ["cos"] = "because", ["coz"] = "because", ["cuz"] = "because", ["bc"] = "because", ["wanna"] = "want", ["gonna"] = "going", ["gotta"] = "got",
        ["tryna"] = "trying", ["dunno"] = "know", ["idk"] = "know", ["skl"] = "school", ["skool"] = "school", ["scl"] = "school", ["hosp"] = "hospital", ["feds"] = "police",
        ["fed"] = "police", ["boydem"] = "police", ["popo"] = "police", ["5o"] = "police", ["ppl"] = "people", ["msgs"] = "messages", ["msg"] = "message", ["pic"] = "picture",
        ["pics"] = "pictures", ["mum"] = "mum", ["mam"] = "mum", ["mom"] = "mum", ["bf"] = "boyfriend", ["gf"] = "girlfriend", ["fink"] = "think", ["finks"] = "thinks",
        ["summat"] = "something", ["summink"] = "something", ["sumthin"] = "something", ["nuffin"] = "nothing", ["nuffink"] = "nothing", ["nowt"] = "nothing", ["tlk"] = "talk",
        ["txt"] = "text", ["abt"] = "about", ["bout"] = "about", ["wiv"] = "with", ["wit"] = "with", ["w"] = "with", ["cant"] = "cannot", ["dont"] = "not", ["aint"] = "not", ["wont"] = "not",
        ["didnt"] = "not", ["isnt"] = "not", ["doesnt"] = "not",
    };

    public static IEnumerable<string> Of(string text)
    {
        var words = Words(text);
        for (var at = 0; at < words.Count; at++)
        {
            yield return words[at];
            if (at + 1 < words.Count) yield return $"{words[at]} {words[at + 1]}";
            foreach (var run in Runs(words[at])) yield return run;
        }
    }

    public static List<string> Words(string text) =>
        [.. Plainly.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Fillers.Contains(word))
            .Select(word => WrittenOut.GetValueOrDefault(word, Unstretched(word)))
            .Take(MostWords)];

    private static IEnumerable<string> Runs(string word)
    {
        var bounded = $"<{word}>";
        for (var length = ShortestRun; length <= LongestRun; length++)
            for (var at = 0; at + length <= bounded.Length; at++)
                yield return $"~{bounded.Substring(at, length)}";
    }

    /// <summary>"heeelp" becomes "heelp": three or more of one letter are written for feeling, not for meaning.</summary>
    private static string Unstretched(string word)
    {
        if (word.Length < 3) return word;
        var kept = word.Where((letter, at) => at < 2 || letter != word[at - 1] || letter != word[at - 2]);
        return string.Concat(kept);
    }
}
