using EngagementBot.Conversations.Dialogs;

namespace EngagementBot.Conversations.Tests.Dialogs;

public class The_dialogs_folder
{
    [Fact]
    public void Has_no_fault()
    {
        var faults = DialogBook.Faults(RealDialogs.Files);

        Assert.True(faults.Count == 0, string.Join('\n', faults.Select(fault => fault.Message)));
    }

    [Fact]
    public void Loads() => Assert.True(RealDialogs.Book.Has(new DialogStep("debt", "start"), "en"));
}
