using System.Diagnostics.CodeAnalysis;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>Something in the dialogs folder that must be mended before the bot may start.</summary>
/// <param name="path">The file, relative to the dialogs folder.</param>
/// <param name="line">Counted from 1.</param>
/// <param name="fault">What is wrong and how to mend it, in one sentence.</param>
[SuppressMessage("Naming", "CA1710", Justification = "A fault in the words is what a practitioner mends; the name says so.")]
public sealed class DialogFault(string path, int line, string fault) : Exception($"{path}:{line}: {fault}")
{
    public string Path { get; } = path;

    public int Line { get; } = line;

    public string Fault { get; } = fault;
}
