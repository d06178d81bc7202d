namespace EngagementBot.Conversations.Handoff;

/// <summary>Names of the reviewed texts about people and handing over; the words are in the dialogs folder.</summary>
public static class HandoffTexts
{
    public const string EmergencyCard = "emergency-card";
    public const string PeopleClaimed = "people-claimed";
    public const string PeopleAlerted = "people-alerted";
    public const string PeopleNobody = "people-nobody";
    public const string Offer = "handoff-offer";
    public const string OfferGently = "handoff-offer-gentle";
    public const string OfferWithNobodyThere = "handoff-offer-nobody";
    public const string OfferGentlyWithNobodyThere = "handoff-offer-gentle-nobody";
    public const string JustMe = "handoff-just-me";
    public const string WaitingWithNobodyThere = "handoff-waiting-nobody";
    public const string StillDanger = "still-danger";
    public const string Asked = "handoff-asked";
    public const string AskedWithNobodyThere = "handoff-asked-nobody";
    public const string Waiting = "handoff-waiting";
    public const string StillWaiting = "handoff-still-waiting";
    public const string Declined = "handoff-declined";
    public const string DeclinedInDanger = "handoff-declined-danger";
    public const string DeclinedLow = "handoff-declined-low";
    public const string Stopped = "handoff-stopped";
    public const string Joined = "caseworker-joined";
    public const string Returned = "caseworker-returned";
    public const string Closed = "case-closed";
    public const string LeaseLapsed = "lease-lapsed";
    public const string NobodyYet = "nobody-yet";
    public const string ScreenFailed = "screen-failed";
    public const string Unreadable = "unreadable";
}
