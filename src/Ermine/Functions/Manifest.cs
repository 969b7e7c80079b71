using System.Buffers;
using System.Text;
using System.Text.Json;
using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>What an app declares, as JSON: its functions with their triggers and settings as they stand in code, and its contracts. Always in
/// the same order, so that two of them can be compared line by line.</summary>
public static class Manifest
{
    /// <summary>The version of the format; it grows when something that was there changes its meaning.</summary>
    public const int Format = 1;

    /// <summary>The manifest of an app, from what generated code has added to its catalog.</summary>
    public static string Of(FunctionCatalog catalog)
    {
        var classes = catalog.Descriptions.Select(static text => JsonDocument.Parse(text)).ToArray();
        try
        {
            var output = new ArrayBufferWriter<byte>();
            using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            {
                writer.WriteStartObject();
                writer.WriteNumber("format", Format);
                var access = catalog.Declared.GroupBy(f => f.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => FunctionAccess.Of(g.First()), StringComparer.Ordinal);
                Write(writer, "functions", classes, Id, f => WriteFunction(writer, f, access.GetValueOrDefault(Id(f))));
                Write(writer, "contracts", classes, static c => c.GetRawText(), c => c.WriteTo(writer));
                writer.WriteEndObject();
            }

            return Encoding.UTF8.GetString(output.WrittenSpan) + "\n";
        }
        finally
        {
            foreach (var document in classes) document.Dispose();
        }
    }

    private static string Id(JsonElement function) => function.GetProperty("id").GetString()!;

    // As its class describes it, and who may call it.
    private static void WriteFunction(Utf8JsonWriter writer, JsonElement function, string? access)
    {
        writer.WriteStartObject();
        foreach (var member in function.EnumerateObject()) member.WriteTo(writer);
        if (access is not null) writer.WriteString("access", access);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<JsonDocument> classes, Func<JsonElement, string> order, Action<JsonElement> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in classes.SelectMany(c => c.RootElement.GetProperty(name).EnumerateArray()).DistinctBy(static i => i.GetRawText()).OrderBy(order, StringComparer.Ordinal).ThenBy(static i => i.GetRawText(), StringComparer.Ordinal))
            write(item);
        writer.WriteEndArray();
    }
}
