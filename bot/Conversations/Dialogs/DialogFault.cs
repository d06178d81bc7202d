namespace EngagementBot.Conversations.Dialogs;

/// <summary>Something in the dialogs folder that must be mended before the bot may start.</summary>
/// <param name="path">The file, relative to the dialogs folder.</param>
/// <param name="line">Counted from 1.</param>
/// <param name="fault">What is wrong and how to mend it, in one sentence.</param>
public sealed class DialogFault(string path, int line, string fault) : Exception($"{path}:{line}: {fault}")
{
    public string Path { get; } = path;

    public int Line { get; } = line;

    public string Fault { get; } = fault;
}
