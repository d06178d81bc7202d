using System.Text.Json.Serialization;

namespace EngagementBot.Conversations.Handoff;

/// <summary>Where a case stands. Waiting, Declined and Noticed are for the team to see; Held has exactly one owner.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseStatus>))]
public enum CaseStatus
{
    [JsonStringEnumMemberName("none")] None,
    [JsonStringEnumMemberName("noticed")] Noticed,
    [JsonStringEnumMemberName("declined")] Declined,
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("held")] Held,
    [JsonStringEnumMemberName("second-look")] SecondLook,
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("closed")] Closed,
}

/// <summary>Why a person is fetched.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HandoffCause>))]
public enum HandoffCause
{
    [JsonStringEnumMemberName("risk")] Risk,
    [JsonStringEnumMemberName("asked")] Asked,
    [JsonStringEnumMemberName("screen-failed")] ScreenFailed,
    [JsonStringEnumMemberName("dialog-failed")] DialogFailed,
}

/// <summary>What came of a case, in the words of the outcome measures (issue record: reached, step, referral, contact).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CaseOutcome>))]
public enum CaseOutcome
{
    [JsonStringEnumMemberName("reached-a-person")] ReachedAPerson,
    [JsonStringEnumMemberName("agreed-step")] AgreedStep,
    [JsonStringEnumMemberName("referral-accepted")] ReferralAccepted,
    [JsonStringEnumMemberName("no-reply")] NoReply,
    [JsonStringEnumMemberName("not-a-concern")] NotAConcern,
}

/// <summary>Whether others were told. Needed to close a level 3 or 4.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SharingDecision>))]
public enum SharingDecision
{
    [JsonStringEnumMemberName("not-needed")] NotNeeded,
    [JsonStringEnumMemberName("shared-with-consent")] SharedWithConsent,
    [JsonStringEnumMemberName("shared-without-consent")] SharedWithoutConsent,
    [JsonStringEnumMemberName("not-shared")] NotShared,
}

/// <summary>What a caseworker records on closing. <paramref name="Sharing"/> may be absent below level 3 only.</summary>
[GenerateSerializer, Immutable]
public sealed record Closing([property: Id(0)] CaseOutcome Outcome, [property: Id(1)] SharingDecision? Sharing);

/// <summary>The handoff side of a conversation.</summary>
/// <param name="QueuedAt">When it first waited; a lapsed lease returns it to this age.</param>
/// <param name="Owner">Present exactly when held or waiting for a second look.</param>
/// <param name="Rung">How often it has been escalated since it was queued.</param>
/// <param name="HasBeenHeld">Somebody has been there since it was queued; that nobody came would be untrue.</param>
/// <param name="LastWaitingLineAt">When the waiting line was last said, so that it is said now and then and not each time.</param>
[GenerateSerializer, Immutable]
public sealed record HandoffState(
    [property: Id(0)] CaseStatus Status,
    [property: Id(1)] DateTimeOffset? QueuedAt = null,
    [property: Id(2)] Caseworker? Owner = null,
    [property: Id(3)] DateTimeOffset? LeaseUntil = null,
    [property: Id(4)] int Rung = 0,
    [property: Id(5)] DateTimeOffset? LastWaitingLineAt = null,
    [property: Id(6)] Closing? Proposed = null,
    [property: Id(7)] bool HasBeenHeld = false)
{
    public static HandoffState None { get; } = new(CaseStatus.None);

    public bool IsHeld => Status is CaseStatus.Held;

    public bool IsWaiting => Status is CaseStatus.Waiting;

    public bool IsOpen => Status is not (CaseStatus.None or CaseStatus.Returned or CaseStatus.Closed);
}
