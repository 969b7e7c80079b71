using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>Makes values that fit a schema: ordinary ones, and ones at the edge of it.</summary>
internal sealed class ValueMaker(Random random, ApiDocument document)
{
    private static readonly string[] Texts = ["", " ", "a", "Tea?", "ü€𝄞", "'; drop table x; --", "<script>", "\\\"", "\u0000", "\u200f", "../../etc", "null", "0x10", new('x', 5000)];

    /// <summary>Ids that answers have told of, so that what is there is asked for too.</summary>
    public List<string> KnownIds { get; } = [];

    /// <summary>A value for a path that fits: every other time, the id of something that is there.</summary>
    public string Address(JsonNode declared, bool isAtEdge)
    {
        var schema = document.Resolve(declared);
        var fitting = KnownIds.Where(id => schema["pattern"]?.GetValue<string>() is { } pattern ? Regex.IsMatch(id, pattern) : Guid.TryParse(id, out _)).ToArray();
        return fitting.Length > 0 && random.Next(2) == 0 ? Pick(fitting) : $"{Make(schema, isAtEdge)}";
    }

    /// <summary>A value that fits.</summary>
    /// <param name="declared">The schema.</param>
    /// <param name="isAtEdge">Whether it is one that is rarely sent.</param>
    public JsonNode? Make(JsonNode declared, bool isAtEdge)
    {
        var schema = document.Resolve(declared);
        if (schema["enum"] is JsonArray members) return Pick(members)?.DeepClone();
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices) return Make(Pick(choices)!, isAtEdge);
        return Pick(Types(schema)) switch
        {
            "null" => null,
            "boolean" => random.Next(2) == 0,
            "integer" => Whole(schema, isAtEdge),
            "number" => Number(schema, isAtEdge),
            "array" => new JsonArray([.. Enumerable.Range(0, Count(schema, "minItems", "maxItems", isAtEdge ? 50 : 4)).Select(_ => Make(schema["items"]!, isAtEdge))]),
            "object" => Object(schema, isAtEdge),
            _ => Text(schema, isAtEdge),
        };
    }

    private JsonObject Object(JsonObject schema, bool isAtEdge)
    {
        var made = new JsonObject();
        var required = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()).ToHashSet() ?? [];
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
        {
            if (required.Contains(name) || random.Next(2) == 0) made[name] = Make(member!, isAtEdge && random.Next(2) == 0);
        }

        return made;
    }

    private long Whole(JsonObject schema, bool isAtEdge)
    {
        var isLong = schema["format"]?.GetValue<string>() == "int64";
        var least = schema["minimum"]?.GetValue<long>() ?? (isLong ? long.MinValue : int.MinValue);
        var most = schema["maximum"]?.GetValue<long>() ?? (isLong ? long.MaxValue : int.MaxValue);
        return isAtEdge ? Pick([least, most, Math.Clamp(0, least, most), Math.Clamp(-1, least, most)]) : Math.Clamp(random.Next(0, 10), least, most);
    }

    private double Number(JsonObject schema, bool isAtEdge)
    {
        var (least, most) = (schema["minimum"]?.GetValue<double>() ?? -1e6, schema["maximum"]?.GetValue<double>() ?? 1e6);
        return isAtEdge ? Pick([least, most, Math.Clamp(0, least, most), Math.Clamp(1.0 / 3, least, most)]) : Math.Clamp(random.Next(0, 10) / 2.0, least, most);
    }

    private string Text(JsonObject schema, bool isAtEdge)
    {
        if (schema["examples"] is JsonArray { Count: > 0 } examples && (schema["pattern"] is not null || random.Next(2) == 0)) return Pick(examples)!.GetValue<string>();
        if (schema["pattern"]?.GetValue<string>() is { } pattern) return PatternText.Make(pattern, random, isAtEdge);
        return schema["format"]?.GetValue<string>() switch
        {
            "uuid" => isAtEdge ? $"{Guid.Empty}" : Uuid(),
            "date-time" => isAtEdge ? "0001-01-01T00:00:00Z" : "2031-05-01T12:30:00+02:00",
            "date" => isAtEdge ? "0001-01-01" : "2031-05-01",
            "email" => $"user{random.Next(100)}@example.org",
            "uri" => $"/some/{random.Next(100)}",
            _ => Sized(isAtEdge ? Pick(Texts) : $"text {random.Next(1000)}", schema),
        };
    }

    private static string Sized(string text, JsonObject schema)
    {
        var (least, most) = (schema["minLength"]?.GetValue<int>() ?? 0, schema["maxLength"]?.GetValue<int>() ?? int.MaxValue);
        return text.Length < least ? text.PadRight(least, 'x') : text.Length > most ? text[..most] : text;
    }

    private int Count(JsonObject schema, string least, string most, int ordinary)
    {
        var (from, to) = (schema[least]?.GetValue<int>() ?? 0, schema[most]?.GetValue<int>() ?? int.MaxValue);
        return random.Next(from, (int)Math.Min((long)to + 1, from + (long)ordinary));
    }

    private string Uuid()
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);
        return $"{new Guid(bytes)}";
    }

    private static string[] Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [schema["properties"] is null ? "string" : "object"],
    };

    private T Pick<T>(IList<T> from) => from[random.Next(from.Count)];
}
