using System.Text.Json.Nodes;

namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>An operation of a document.</summary>
internal sealed record ApiOperation(string Path, string Method, JsonObject Declared)
{
    public IEnumerable<JsonObject> Parameters => Declared["parameters"]?.AsArray().OfType<JsonObject>() ?? [];

    /// <summary>The schema of the JSON body; null where it has none.</summary>
    public JsonNode? Body => Declared["requestBody"]?["content"]?["application/json"]?["schema"];

    /// <summary>Whether the document tells of an answer with that status.</summary>
    public bool Documents(int status) => Declared["responses"]!.AsObject().ContainsKey($"{status}");

    public override string ToString() => $"{Method} {Path}";
}
