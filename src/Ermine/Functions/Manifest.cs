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
                Write(writer, "functions", classes, static f => f.GetProperty("id").GetString()!);
                Write(writer, "contracts", classes, static c => c.GetRawText());
                writer.WriteEndObject();
            }

            return Encoding.UTF8.GetString(output.WrittenSpan) + "\n";
        }
        finally
        {
            foreach (var document in classes) document.Dispose();
        }
    }

    private static void Write(Utf8JsonWriter writer, string name, IEnumerable<JsonDocument> classes, Func<JsonElement, string> order)
    {
        writer.WriteStartArray(name);
        foreach (var item in classes.SelectMany(c => c.RootElement.GetProperty(name).EnumerateArray()).DistinctBy(static i => i.GetRawText()).OrderBy(order, StringComparer.Ordinal).ThenBy(static i => i.GetRawText(), StringComparer.Ordinal))
            item.WriteTo(writer);
        writer.WriteEndArray();
    }
}
