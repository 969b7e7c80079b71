using System.Text.Json.Nodes;

namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>A document, as far as requests are made from it.</summary>
internal sealed class ApiDocument(string text)
{
    private static readonly string[] Methods = ["get", "post", "put", "patch", "delete"];

    private readonly JsonNode _root = JsonNode.Parse(text)!;

    public string Text => text;

    public IReadOnlyList<ApiOperation> Operations =>
        [.. from path in _root["paths"]!.AsObject() from operation in path.Value!.AsObject() where Methods.Contains(operation.Key) select new ApiOperation(path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject())];

    /// <summary>The schema itself, where the given one refers to it.</summary>
    public JsonObject Resolve(JsonNode schema)
    {
        for (var node = schema; ;)
        {
            if (node["$ref"]?.GetValue<string>() is not { } reference) return node.AsObject();
            node = reference.TrimStart('#', '/').Split('/').Aggregate(_root, (at, name) => at[name]!);
        }
    }
}
