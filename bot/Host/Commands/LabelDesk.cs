using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EngagementBot.Conversations.Risk.Learning;
using EngagementBot.Host.Start;
using EngagementBot.Host.Storage;

namespace EngagementBot.Host.Commands;

/// <summary>What a reviewer of labels sees and decides: JSON lines and nothing else.</summary>
/// <param name="store">Null where there is none: no label has ever been written there.</param>
internal sealed class LabelDesk(IRiskLabelStore? store, TextWriter output)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<int> ListAsync()
    {
        foreach (var label in await ReadAsync(RiskLabelStatus.Waiting)) Write(Line(label));
        return 0;
    }

    /// <summary>Marks the labels accepted. They join <paramref name="into"/> only where it is named, each once; without ids, all that have been
    /// accepted so far do.</summary>
    /// <returns>1 if one of them is not there, else 0.</returns>
    public async Task<int> AcceptAsync(IReadOnlyList<string> ids, string? into)
    {
        var chosen = ids.Count > 0 ? ids : into is null ? [] : [.. (await ReadAsync(RiskLabelStatus.Accepted)).Select(label => label.Id)];
        var known = (await ReadAsync(null)).ToDictionary(label => label.Id);
        // The examples first: a label that is marked and stands nowhere would be lost, one that stands there is not added again.
        if (into is not null) Append(into, [.. chosen.Distinct().Where(known.ContainsKey).Select(id => known[id])]);
        return await MarkAsync(chosen, RiskLabelStatus.Accepted);
    }

    /// <returns>1 if one of them is not there, else 0.</returns>
    public Task<int> RejectAsync(IReadOnlyList<string> ids) => MarkAsync(ids, RiskLabelStatus.Rejected);

    private async Task<int> MarkAsync(IReadOnlyList<string> ids, RiskLabelStatus status)
    {
        var exitCode = 0;
        foreach (var id in ids)
        {
            var found = store is not null && await store.MarkAsync(id, status);
            if (!found) exitCode = 1;
            Write(found ? new JsonObject { ["id"] = id, ["status"] = Name(status) } : new JsonObject { ["id"] = id, ["error"] = "there is no such label" });
        }

        return exitCode;
    }

    private async Task<IReadOnlyList<RiskLabel>> ReadAsync(RiskLabelStatus? status) => store is null ? [] : await store.ReadAsync(status);

    private static void Append(string file, IReadOnlyList<RiskLabel> labels)
    {
        try
        {
            var text = File.Exists(file) ? File.ReadAllText(file) : "";
            var there = text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line)).Select(IdOf).ToHashSet();
            var lines = labels.Where(label => !there.Contains(label.Id)).Select(label => Example(label).ToJsonString(Readable) + "\n");
            var edge = text.Length > 0 && !text.EndsWith('\n') ? "\n" : "";
            File.AppendAllText(file, edge + string.Concat(lines));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StartFault($"{file} cannot be read or appended to: {fault.Message.Split('\n')[0]} Nothing was marked.");
        }
    }

    private static string? IdOf(string line) => JsonNode.Parse(line)?["id"]?.GetValue<string>();

    private static JsonObject Line(RiskLabel label)
    {
        var line = Example(label);
        line["status"] = Name(label.Status);
        return line;
    }

    /// <summary>As dialogs/risk/examples has them (README.md there).</summary>
    private static JsonObject Example(RiskLabel label) => new()
    {
        ["id"] = label.Id,
        ["text"] = label.Text,
        ["lang"] = label.Language,
        ["level"] = (int)label.Level,
        ["categories"] = new JsonArray([.. label.Categories.Select(category => Name(category))]),
        ["moment"] = label.Moment is { } moment ? Name(moment) : null,
        ["speaker"] = Name(label.Speaker),
        ["immediacy"] = Name(label.Immediacy),
        ["tags"] = new JsonArray("correction", label.Kind is CorrectionKind.Missed ? "missed" : "false-alarm"),
    };

    private static JsonNode? Name<T>(T value) where T : struct, Enum => JsonSerializer.SerializeToNode(value);

    private void Write(JsonObject line) => output.WriteLine(line.ToJsonString(Readable));
}
