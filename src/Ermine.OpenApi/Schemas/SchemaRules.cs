using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.OpenApi;

namespace Ermine.OpenApi.Schemas;

/// <summary>Writes attributes of validation into a schema.</summary>
internal static class SchemaRules
{
    public static void Apply(OpenApiSchema schema, IEnumerable<Attribute> rules)
    {
        foreach (var rule in rules) Apply(schema, rule);
    }

    private static void Apply(OpenApiSchema schema, Attribute rule)
    {
        switch (rule)
        {
            case RangeAttribute range:
                Bound(range.Minimum, range.MinimumIsExclusive, text => schema.Minimum = text, text => schema.ExclusiveMinimum = text);
                Bound(range.Maximum, range.MaximumIsExclusive, text => schema.Maximum = text, text => schema.ExclusiveMaximum = text);
                break;
            case StringLengthAttribute length:
                Lengths(schema, length.MinimumLength, length.MaximumLength);
                break;
            case LengthAttribute length:
                Lengths(schema, length.MinimumLength, length.MaximumLength);
                break;
            case MinLengthAttribute least:
                Lengths(schema, least.Length, null);
                break;
            case MaxLengthAttribute most:
                Lengths(schema, null, most.Length);
                break;
            case RegularExpressionAttribute pattern:
                schema.Pattern = WholePattern.Of(pattern.Pattern);
                break;
            case EmailAddressAttribute:
                schema.Format = "email";
                break;
            case UrlAttribute:
                schema.Format = "uri";
                break;
            case RequiredAttribute { AllowEmptyStrings: false } when IsText(schema):
                Lengths(schema, Math.Max(schema.MinLength ?? 0, 1), null);
                break;
        }
    }

    private static void Bound(object value, bool isExclusive, Action<string> set, Action<string> setExclusive)
    {
        if (value is not (int or double) || Convert.ToString(value, CultureInfo.InvariantCulture) is not { } text) return; // others are texts of types that a schema does not compare
        if (isExclusive) setExclusive(text);
        else set(text);
    }

    private static void Lengths(OpenApiSchema schema, int? least, int? most)
    {
        if (schema.Type is { } type && type.HasFlag(JsonSchemaType.Array))
        {
            if (least is > 0) schema.MinItems = least;
            if (most is >= 0) schema.MaxItems = most;
        }
        else if (IsText(schema))
        {
            if (least is > 0) schema.MinLength = least;
            if (most is >= 0) schema.MaxLength = most;
        }
    }

    private static bool IsText(OpenApiSchema schema) => schema.Type is { } type && type.HasFlag(JsonSchemaType.String);
}
