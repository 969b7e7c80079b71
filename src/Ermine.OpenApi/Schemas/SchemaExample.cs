using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Schemas;

/// <summary>Reads an example as it stands in a doc comment: JSON, or a text that needs no quotes.</summary>
internal static class SchemaExample
{
    public static JsonNode Of(string text, JsonSchemaType? type)
    {
        if (type is { } known && (known & ~JsonSchemaType.Null) == JsonSchemaType.String && !text.StartsWith('"')) return text;
        try
        {
            return JsonNode.Parse(text) ?? text;
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
