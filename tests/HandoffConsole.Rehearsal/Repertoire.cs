using EngagementBot.Conversations;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Conversations.Handoff;
using EngagementBot.Conversations.Risk;
using static EngagementBot.Conversations.ConversationEvent;

namespace EngagementBot.HandoffConsole.Rehearsal;

/// <summary>Invented cases at every level and status, enough to judge a full screen by.</summary>
public static class Repertoire
{
    public static readonly Caseworker Ada = new(new CaseworkerId("ada"), "Ada");
    public static readonly Caseworker Sam = new(new CaseworkerId("sam"), "Sam");

    private static readonly TimeSpan Lease = TimeSpan.FromDays(1);

    public static void Play(Stage stage)
    {
        var now = stage.Clock.GetUtcNow();
        Threatened(stage.Add("4f2kq7m3zt5xw6ahd2nuej4b8c"), now.AddMinutes(-3));
        Owing(stage.Add("b83ntzq5ye7kg4vrwc9pd6m2xa"), now.AddSeconds(-170));
        Released(stage.Add("7ymdh3uw9kc2fx5tqgb4e8rzna"), now.AddMinutes(-1));
        Quiet(stage.Add("k9rw2gcs6tvh8ybn4zdqm5fxe3"), now.AddMinutes(-22));
        Declined(stage.Add("e4hzx7bq3wnm9ckd5tuf6ryg2a"), now.AddMinutes(-14));
        Noticed(stage.Add("q5nug8ek4xhr2wzbt7cy9mdfs6"), now.AddMinutes(-41), "my mate wants me to hold a bag for him till friday", "hold a bag", RiskCategory.ForcedCriminality, ChannelKind.Sms, "en");
        Noticed(stage.Add("2wzc6tnhx9qfk4rgbe7ym5dus3"), now.AddMinutes(-75), "mae o'n prynu popeth i fi ond fi ddim i ddweud", "fi ddim i ddweud", RiskCategory.Grooming, ChannelKind.Web, "cy");
        Held(stage.Add("x3dqe9ykw5hz7rbt2gnc4fum6s"), now.AddMinutes(-9), Ada);
        Held(stage.Add("t6fgb2mzq8cxu4nkw7yh5rde9a"), now.AddMinutes(-31), Sam);
        SecondLook(stage.Add("h7cys4dwk2mtq9zng6ebx3ruf5"), now.AddMinutes(-52));
    }

    private static void Threatened(PlayedCase played, DateTimeOffset at)
    {
        Open(played, at, ChannelKind.Web, "en");
        played.Add(at.AddSeconds(20), Wrote("hi is this private"), Said("limits-of-confidentiality", "I'm a computer, not a person. We keep this private unless you or someone else may be seriously hurt.", "Tell me more", "Talk to a person"));
        played.Add(at.AddSeconds(55), Wrote("some older boys keep buying me food n trainers", Risk(RiskLevel.Low, Immediacy.Ongoing, null, "some older boys keep buying me food n trainers", ("keep buying me food n trainers", RiskCategory.Grooming, "gift-from-older"))),
            Said("grooming-gift", "Thank you for telling me. Gifts can come with something expected later. Has anyone asked you to do something for them?", "Yes", "No", "Not sure"));
        const string text = "they said i owe 2 grand 😔 and they know where my sister goes school. theyre outside now";
        played.Add(at.AddSeconds(100),
            Wrote(text, Risk(RiskLevel.Immediate, Immediacy.Now, null, text,
                ("i owe 2 grand", RiskCategory.DrugDebt, "owes-amount"),
                ("they know where my sister goes school", RiskCategory.FamilyThreat, "knows-where-family"),
                ("theyre outside now", RiskCategory.ViolenceThreat, "attackers-arriving"))),
            new BotSaid(new Utterance(HandoffTexts.EmergencyCard, "Ring 999. If you cannot speak, cough or tap, then press 55. 55 does not tell them where you are. The call may stay in your call list.", [], UtteranceKind.EmergencyCard)),
            new PersonNeeded(RiskLevel.Immediate, HandoffCause.Risk),
            Said(HandoffTexts.PeopleAlerted, "I am trying to reach a person. No one has answered yet. Do not wait for us."));
        played.Add(at.AddSeconds(130), Wrote("ok", Risk(RiskLevel.None, Immediacy.Ongoing, null, "ok")), Said(HandoffTexts.Waiting, "You are next. I am still here."));
        played.Add(at.AddSeconds(160), new Escalated(1));
    }

    private static void Owing(PlayedCase played, DateTimeOffset at)
    {
        Open(played, at, ChannelKind.Sms, "en");
        const string text = "feds took the food n now he says its on me. he said sunday or else";
        played.Add(at.AddSeconds(4), Wrote(text, Risk(RiskLevel.High, Immediacy.Dated, null, text, ("its on me", RiskCategory.DrugDebt, "seizure-becomes-debt"), ("sunday or else", RiskCategory.ViolenceThreat, "dated-threat"))),
            new PersonNeeded(RiskLevel.High, HandoffCause.Risk), Said(HandoffTexts.Offer, "That sounds frightening. I would like a person to read this and talk with you. Is that OK? 1 yes 2 not now", "Yes", "Not now"));
    }

    private static void Released(PlayedCase played, DateTimeOffset at)
    {
        Open(played, at, ChannelKind.Web, "en");
        const string text = "they let me out this morning, phones gone n he wants his money back by tuesday";
        played.Add(at.AddSeconds(3), Wrote(text, Risk(RiskLevel.High, Immediacy.Dated, ReachableMoment.ArrestedOrReleased, text, ("let me out this morning", RiskCategory.PoliceCustody, "released-today"), ("wants his money back by tuesday", RiskCategory.DrugDebt, "debt-with-date"))),
            new PersonNeeded(RiskLevel.High, HandoffCause.Risk), Said(HandoffTexts.Offer, "I would like a person to talk with you about this. Is that OK?", "Yes", "Not now"));
    }

    private static void Quiet(PlayedCase played, DateTimeOffset at)
    {
        Open(played, at, ChannelKind.Web, "en");
        const string text = "can i just talk to someone real";
        played.Add(at.AddSeconds(5), Wrote(text, Risk(RiskLevel.Low, Immediacy.Ongoing, null, text, ("talk to someone real", RiskCategory.AsksHuman, "asks-for-a-person"))),
            new PersonNeeded(RiskLevel.Low, HandoffCause.Asked), Said(HandoffTexts.Asked, "I have asked for a person. I will tell you when someone takes this chat."));
    }

    private static void Declined(PlayedCase played, DateTimeOffset at)
    {
        Open(played, at, ChannelKind.Web, "en");
        const string text = "i have to sleep at this flat n count the money, cant go home till its paid";
        played.Add(at.AddSeconds(5), Wrote(text, Risk(RiskLevel.High, Immediacy.Ongoing, ReachableMoment.WantsOut, text, ("sleep at this flat", RiskCategory.MissingOrTrafficked, "away-from-home"), ("count the money", RiskCategory.ForcedCriminality, "works-for-others"))),
            new PersonNeeded(RiskLevel.High, HandoffCause.Risk), Said(HandoffTexts.Offer, "I would like a person to talk with you about this. Is that OK?", "Yes", "Not now"));
        played.Add(at.AddSeconds(40), Wrote("not now"), new PersonDeclined(RiskLevel.High), Said(HandoffTexts.Declined, "OK. You can change your mind at any time. Someone on the team will read this chat."));
    }

    private static void Noticed(PlayedCase played, DateTimeOffset at, string text, string phrase, RiskCategory category, ChannelKind channel, string language)
    {
        Open(played, at, channel, language);
        played.Add(at.AddSeconds(5), Wrote(text, Risk(RiskLevel.Medium, Immediacy.Ongoing, null, text, (phrase, category, "carrying-for-others"))), new CaseNoticed());
    }

    private static void Held(PlayedCase played, DateTimeOffset at, Caseworker by)
    {
        Owing(played, at);
        played.Add(at.AddSeconds(70), new CaseClaimed(by, at + Lease), Said(HandoffTexts.Joined, $"{by.Alias} is here."));
        played.Add(at.AddSeconds(95), new CaseworkerSaid(by, new MessageText($"Hi, I'm {by.Alias}. I've read what you wrote, you don't need to say it again. Are you safe to chat right now?")));
        played.Add(at.AddSeconds(150), Wrote("yeh im in my room"));
        played.Add(at.AddSeconds(165), Wrote("my mum dont know nothing"));
        played.Add(at.AddSeconds(200), new CaseworkerSaid(by, new MessageText("OK. We can think about that together.\nWhat would help most tonight?")));
    }

    private static void SecondLook(PlayedCase played, DateTimeOffset at)
    {
        Threatened(played, at);
        played.Add(at.AddMinutes(4), new CaseClaimed(Sam, at + Lease), Said(HandoffTexts.Joined, "Sam is here."));
        played.Add(at.AddMinutes(30), new SecondLookAsked(Sam, new Closing(CaseOutcome.ReferralAccepted, SharingDecision.SharedWithConsent)));
    }

    private static void Open(PlayedCase played, DateTimeOffset at, ChannelKind channel, string language) =>
        played.Add(at, new Started(channel, language), new WelcomeShown("welcome"));

    private static YoungPersonWrote Wrote(string text, RiskAssessment? risk = null) => new(null, new MessageText(text), risk ?? RiskAssessment.Nothing, null);

    private static BotSaid Said(string textId, string text, params string[] choices) => new(new Utterance(textId, text, choices));

    private static RiskAssessment Risk(RiskLevel level, Immediacy when, ReachableMoment? moment, string text, params (string Phrase, RiskCategory Category, string Rule)[] found) =>
        new(level, (int)level, when, [.. found.Select(one => one.Category)], moment, Speaker.Self, (int)level / 4.0,
            [.. found.Select(one => new RiskEvidence(text.IndexOf(one.Phrase, StringComparison.Ordinal), one.Phrase.Length, one.Category, one.Rule))]);
}
