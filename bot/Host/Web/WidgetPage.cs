using System.Net;
using System.Text;
using System.Text.Json;
using EngagementBot.Conversations;
using EngagementBot.Conversations.Dialogs;
using EngagementBot.Host.Protocol;
using EngagementBot.Host.Start;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace EngagementBot.Host.Web;

/// <summary>The chat page. Its words are filled in from the reviewed content once, at start, so that it can be read and typed into before
/// it has made a single request.</summary>
internal sealed class WidgetPage(Book book, BotSettings settings) : IDisposable
{
    private const string WordPrefix = TurnTexts.PagePrefix;

    private readonly PhysicalFileProvider files = new(Path.Combine(AppContext.BaseDirectory, "Widget"));
    private readonly FileExtensionContentTypeProvider types = new();
    private readonly Lazy<byte[]> index = new(() => Fill(book, settings));

    public void Dispose() => files.Dispose();

    public IResult Index() => Results.Bytes(index.Value, "text/html; charset=utf-8");

    public IResult File(string file)
    {
        if (file.EndsWith(".html", StringComparison.OrdinalIgnoreCase)) return Problems.NotFound; // a template, served filled at the root
        var found = files.GetFileInfo(file);
        return found is { Exists: true, IsDirectory: false, PhysicalPath: { } path } && types.TryGetContentType(file, out var type)
            ? Results.File(path, type)
            : Problems.NotFound;
    }

    private static byte[] Fill(Book book, BotSettings settings)
    {
        var page = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Widget", "index.html"));
        foreach (var (name, value) in Values(book, settings)) page = page.Replace("{{" + name + "}}", value, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(page);
    }

    private static IEnumerable<(string Name, string Value)> Values(Book book, BotSettings settings)
    {
        string Html(string text) => WebUtility.HtmlEncode(text);
        foreach (var text in new[] { "first-screen-who", "first-screen-private", "first-screen-device", "first-screen-more" })
            yield return (text, Html(book.Dialogs.Say(text, Languages.English, ChannelKind.Web).Text));

        var choices = book.Dialogs.Say("first-screen-choices", Languages.English, ChannelKind.Web).Choices;
        for (var at = 0; at < choices.Count; at++) yield return ($"choice-{at + 1}", Html(choices[at]));

        yield return ("language", Languages.English);
        yield return ("operator", Html(settings.OperatorName));
        yield return ("exit-url", Html(settings.ExitUrl.AbsoluteUri));
        foreach (var (id, text) in book.Dialogs.TextsNamed(WordPrefix, Languages.English)) yield return (id, Html(text));
        yield return ("words", Words(book));
    }

    // The default encoder escapes < and &, so the block cannot end early or be read as markup.
    private static string Words(Book book) => JsonSerializer.Serialize(
        book.Dialogs.TextsNamed(WordPrefix, Languages.English).ToDictionary(word => word.Id, word => word.Text));
}
