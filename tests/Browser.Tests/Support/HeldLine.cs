namespace EngagementBot.Browser.Tests.Support;

/// <summary>A page's line to the console, on which what the server says can be held back for a moment.</summary>
internal sealed class HeldLine
{
    private readonly Lock turn = new();
    private readonly Queue<Action> waiting = [];
    private bool isHeld;

    public Task AttachAsync(IPage page) => page.RouteWebSocketAsync("**/_blazor**", socket =>
    {
        socket.ConnectToServer().OnMessage(frame => Pass(() =>
        {
            if (frame.Binary is { } bytes) socket.Send(bytes);
            else if (frame.Text is { } text) socket.Send(text);
        }));
    });

    public void Hold()
    {
        lock (turn) isHeld = true;
    }

    public void Release()
    {
        lock (turn)
        {
            isHeld = false;
            while (waiting.TryDequeue(out var pass)) pass();
        }
    }

    private void Pass(Action pass)
    {
        lock (turn)
        {
            if (isHeld) waiting.Enqueue(pass);
            else pass();
        }
    }
}
