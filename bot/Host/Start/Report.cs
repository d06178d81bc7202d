#pragma warning disable RS0030 // The operator reads this on the console: it is the start-up report, not a log.
namespace EngagementBot.Host.Start;

/// <summary>What the operator reads on the console at start.</summary>
public static class Report
{
    /// <summary>Said at every start at which it holds.</summary>
    public const string OpenDoor = "Open:     /api/messages takes messages from anyone who reaches it (Development, no app credentials configured).";

    /// <inheritdoc cref="OpenDoor"/>
    public const string UnsignedModel = $"Model:    unsigned. No safeguarding lead has signed {ModelCard.Path} for this risk model.";

    public static void Line(string line) => Console.Out.WriteLine(line);

    /// <summary>One line on standard error: what is wrong and how to mend it.</summary>
    public static void Fault(StartFault fault) => Console.Error.WriteLine(fault.Message);
}
