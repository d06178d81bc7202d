using System.Diagnostics.CodeAnalysis;

namespace EngagementBot.Conversations.Dialogs;

/// <summary>A file under dialogs/ that must not be used: what is wrong and where, in one line.</summary>
/// <param name="path">As the reader was given it.</param>
/// <param name="line">From 1.</param>
/// <param name="fault">One sentence that says how to mend it.</param>
[SuppressMessage("Naming", "CA1710", Justification = "A fault of a file, named for the reader of the message.")]
public sealed class DialogFault(string path, int line, string fault) : Exception($"{path}:{line}: {fault}")
{
    public string Path { get; } = path;

    public int Line { get; } = line;
}
