using EngagementBot.Conversations.Handoff;
using EngagementBot.HandoffConsole.Transcripts;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Queue;

/// <summary>One case in two lines: how urgent, why, how long.</summary>
public partial class QueueRow
{
    [Parameter, EditorRequired] public CaseRow Row { get; set; } = null!;

    [Parameter, EditorRequired] public DateTimeOffset Now { get; set; }

    [Parameter] public bool IsSelected { get; set; }

    /// <summary>The first row of its level within a group.</summary>
    [Parameter] public bool StartsLevel { get; set; }

    /// <summary>Held by whoever looks: their own name need not be said.</summary>
    [Parameter] public bool IsMine { get; set; }

    private bool IsTaken => Row.Status is CaseStatus.Held or CaseStatus.SecondLook;

    // A case somebody holds no longer waits: what counts is how long ago the young person last wrote.
    private DateTimeOffset Since => IsTaken ? Row.HeardAt : Row.QueuedAt;

    private string Stage => IsTaken ? "early" : WaitTarget.Stage(Row, Now) switch
    {
        WaitStage.Early => "early",
        WaitStage.Near => "near",
        WaitStage.Over => "over",
    };

    private string WaitTitle => IsTaken
        ? $"Since the young person last wrote, at {Moments.Clock(Since)}"
        : $"Waiting since {Moments.Clock(Since)}; target {Moments.Span(WaitTarget.Of(Row))}";

    private string Note => (Row.Status, Row.Owner, Row.Rung, Row.Quiet) switch
    {
        (CaseStatus.Held, _, _, var quiet) when IsMine => quiet ? " · gone quiet" : "",
        (CaseStatus.SecondLook, _, _, _) when IsMine => " · second look",
        (CaseStatus.Held, { } owner, _, true) => $" · {owner.Alias} · gone quiet",
        (CaseStatus.Held, { } owner, _, _) => $" · {owner.Alias}",
        (CaseStatus.SecondLook, { } owner, _, _) => $" · by {owner.Alias}",
        (CaseStatus.Waiting, _, > 0 and var rung, _) => $" · alarm {rung}",
        (_, _, _, true) => " · gone quiet",
        _ => "",
    };

    private string Classes =>
        $"is-{Row.Level.ToString().ToLowerInvariant()}"
        + (QueueGroup.IsUnanswered(Row) ? " is-unanswered" : "")
        + (StartsLevel ? " starts-level" : "");
}
