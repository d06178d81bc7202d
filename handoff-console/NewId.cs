using EngagementBot.Conversations;

namespace EngagementBot.HandoffConsole;

/// <summary>The one place of this process where ids are made.</summary>
public class NewId
{
    /// <summary>Names one press of a button; a retry of the same press keeps it.</summary>
#pragma warning disable RS0030 // This is the place the ban points to.
    public virtual OperationId Operation() => new(Guid.CreateVersion7().ToString("N"));
#pragma warning restore RS0030
}
