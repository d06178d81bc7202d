#pragma warning disable RS0030 // Commands speak over standard input and output.
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EngagementBot.Host.Protocol;

namespace EngagementBot.Host.Commands;

/// <summary>Answers each line of standard input with one line, in order. A bad line gets an error of its own and exit code 1 at the end;
/// it never stops the rest.</summary>
internal sealed class LineRunner(Func<JsonObject, JsonObject> answer)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Run()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
        return Run(input, output);
    }

    public int Run(TextReader input, TextWriter output)
    {
        var exitCode = 0;
        while (input.ReadLine() is { } line)
        {
            if (string.IsNullOrWhiteSpace(line)) continue;

            var (result, good) = Answer(line);
            if (!good) exitCode = 1;
            output.WriteLine(result.ToJsonString(Readable));
        }

        output.Flush();
        return exitCode;
    }

    private (JsonObject Result, bool Good) Answer(string line)
    {
        JsonNode? id = null;
        try
        {
            var mended = LoneSurrogates.Mend(Encoding.UTF8.GetBytes(line));
            if (JsonNode.Parse(mended, documentOptions: new JsonDocumentOptions { MaxDepth = 32, AllowDuplicateProperties = false }) is not JsonObject request)
                return (Error(null, "the line is not a JSON object"), false);

            id = request["id"]?.DeepClone();
            var result = answer(request);
            result.Insert(0, "id", id?.DeepClone());
            return (result, true);
        }
        catch (JsonException)
        {
            return (Error(id, "the line is not JSON"), false);
        }
        catch (BadLine bad)
        {
            return (Error(id, bad.Message), false);
        }
    }

    private static JsonObject Error(JsonNode? id, string what) => new() { ["id"] = id?.DeepClone(), ["error"] = what };
}

/// <summary>What a line lacks.</summary>
internal sealed class BadLine(string what) : Exception(what)
{
    /// <summary>A member that must be a text.</summary>
    public static string Text(JsonObject request, string member) =>
        request[member] is JsonValue value && value.TryGetValue<string>(out var text)
            ? text
            : throw new BadLine($"\"{member}\" is missing or is not a text");
}
