using System.Globalization;
using System.Text.Json.Nodes;
using Ermine.Http;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Schemas;

/// <summary>Completes the schema of a value that is read from text.</summary>
internal static class ParameterSchema
{
    public static void Complete(OpenApiSchema schema, RestParameter parameter)
    {
        if (parameter.Type.IsEnum) schema.Enum = [.. Enum.GetNames(parameter.Type).Select(name => (JsonNode)name)];
        if (parameter.Default is { } value) schema.Default = NodeOf(value);
        if (parameter.Example.Length > 0) schema.Examples = [SchemaExample.Of(parameter.Example, schema.Type)];
        SchemaRules.Apply(schema, parameter.Rules);
    }

    private static JsonNode? NodeOf(object value) => value switch
    {
        bool flag => flag,
        byte or sbyte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong number => number,
        float or double when double.IsFinite(Convert.ToDouble(value, CultureInfo.InvariantCulture)) => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        decimal number => number,
        IFormattable text and not (float or double) => text.ToString(value is Enum ? "G" : null, CultureInfo.InvariantCulture),
        string or char => value.ToString(),
        _ => null,
    };
}
