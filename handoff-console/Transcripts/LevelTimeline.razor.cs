using System.Globalization;
using EngagementBot.Conversations.Risk;
using EngagementBot.HandoffConsole.Queue;
using Microsoft.AspNetCore.Components;

namespace EngagementBot.HandoffConsole.Transcripts;

/// <summary>How the level of the messages went, oldest at the left, at a glance.</summary>
public partial class LevelTimeline
{
    private const double Width = 1000;
    private const double Height = 40;
    private const int Most = 120;

    [Parameter, EditorRequired] public IReadOnlyList<LevelPoint> Levels { get; set; } = [];

    private IReadOnlyList<LevelPoint> Shown => [.. Levels.TakeLast(Most)];

    private string Label => "Levels of the young person's messages, oldest first: " + string.Join(", ", Shown.Select(point => RiskWords.Of(point.Level)));

    // A level holds until the next message, so the line goes in steps.
    private string Path => string.Join(' ', Shown.Select((point, place) =>
        Invariant($"{Share(place) * Width:0.#},{Y(Shown[Math.Max(0, place - 1)].Level):0.#} {Share(place) * Width:0.#},{Y(point.Level):0.#}")));

    private double Share(int place) => 0.02 + 0.96 * place / Math.Max(1, Shown.Count - 1);

    private string Left(int place) => Invariant($"{Share(place) * 100:0.##}%");

    private static string Top(RiskLevel level) => Invariant($"{Y(level) / Height * 100:0.##}%");

    private static double Y(RiskLevel level) => Height - 5 - (int)level * (Height - 10) / 4;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
