using System.Text;
using System.Text.Json.Nodes;

namespace Ermine.Samples.Tests.OpenApi.Fuzzing;

/// <summary>Makes requests from a document, the same ones from the same seed as long as the answers are the same.</summary>
internal sealed class RequestMaker(int seed, ApiDocument document)
{
    private static readonly string[] HostileTexts = ["not-a-value", "-1", "99999999999999999999", "%00", "ü€", "a b", "1e9", "null", "[]", "'", new('9', 1000), "00000000-0000-0000-0000-00000000000g"];

    private static readonly JsonNode?[] HostileValues =
        [null, "text", -1, 1.5, 1e300, long.MaxValue, true, new JsonArray(), new JsonObject { ["__proto__"] = 1 }, new JsonArray(1, "a", null), JsonNode.Parse("123456789012345678901234567890"), "\u0000"];

    private static readonly string[] NoJson =
        ["", "{", "nul", "{\"a\":}", "[1,]", "{\"a\":1,\"a\":2}", "\"\\ud800\"", "{\"question\":\"\\ud800\",\"item\":\"\\udfff\"}", "1e999999", "// {}", new string('[', 5000), "{\"x\":" + new string('[', 200) + new string(']', 200) + "}", "\ufeff{}"];

    private static readonly string[] ContentTypes = ["application/json", "application/json; charset=utf-8", "application/problem+json", "text/plain", "application/xml", "application/json; charset=latin1", "multipart/form-data; boundary=x"];

    private readonly Random _random = new(seed);
    private readonly ApiOperation[] _operations = [.. document.Operations];
    private ValueMaker? _values;

    public ValueMaker Values => _values ??= new ValueMaker(_random, document);

    /// <summary>Cursors that answers have told of, by operation. Nobody can make one up that is taken.</summary>
    public Dictionary<string, string> Cursors { get; } = [];

    public FuzzRequest Next()
    {
        var operation = Pick(_operations);
        var kind = Pick<FuzzKind>(operation.Body is null ? [FuzzKind.Valid, FuzzKind.Boundary, FuzzKind.Hostile] : [FuzzKind.Valid, FuzzKind.Valid, FuzzKind.Boundary, FuzzKind.Hostile, FuzzKind.Malformed]);
        var isHostileAddress = kind == FuzzKind.Hostile && (operation.Body is null || _random.Next(2) == 0);
        var address = Address(operation, kind == FuzzKind.Boundary, isHostileAddress);
        var headers = Of(operation, "header", kind == FuzzKind.Boundary, isHostileAddress).Where(h => h.Value.All(c => c is >= ' ' and <= '~')).ToArray();
        if (operation.Body is null) return new FuzzRequest(kind, operation, address, headers, null, null);

        return kind == FuzzKind.Malformed
            ? new FuzzRequest(kind, operation, address, headers, Broken(operation), Pick(ContentTypes))
            : new FuzzRequest(kind, operation, address, headers, Bytes(Body(operation.Body, kind, isHostileAddress)), "application/json");
    }

    private JsonNode? Body(JsonNode schema, FuzzKind kind, bool isHostileAddress)
    {
        var made = Values.Make(schema, kind == FuzzKind.Boundary);
        if (kind != FuzzKind.Hostile || isHostileAddress) return made;
        if (made is not JsonObject { Count: > 0 } body || _random.Next(4) == 0) return Pick(HostileValues)?.DeepClone();

        var member = Pick([.. body.Select(m => m.Key)]);
        if (_random.Next(3) == 0) body.Remove(member);
        else body[member] = Pick(HostileValues)?.DeepClone();
        body["unexpected"] = "member";
        return body;
    }

    // No JSON, or good JSON with a byte that is in no UTF-8.
    private byte[] Broken(ApiOperation operation)
    {
        if (_random.Next(3) > 0) return Encoding.UTF8.GetBytes(Pick(NoJson));

        var body = Bytes(Values.Make(operation.Body!, isAtEdge: false));
        body[_random.Next(body.Length)] = 0xff;
        return body;
    }

    private string Address(ApiOperation operation, bool isAtEdge, bool isHostile)
    {
        var path = Of(operation, "path", isAtEdge, isHostile).Aggregate(operation.Path, (at, p) => at.Replace($"{{{p.Name}}}", Uri.EscapeDataString(p.Value), StringComparison.Ordinal));
        var query = string.Join('&', Of(operation, "query", isAtEdge, isHostile).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        return query.Length == 0 ? path : $"{path}?{query}";
    }

    private IEnumerable<(string Name, string Value)> Of(ApiOperation operation, string place, bool isAtEdge, bool isHostile) =>
        from parameter in operation.Parameters
        where parameter["in"]!.GetValue<string>() == place && (parameter["required"]?.GetValue<bool>() == true && !(isHostile && place != "path") || _random.Next(2) == 0)
        let cursor = parameter["name"]!.GetValue<string>() == "cursor" && !isHostile ? Cursors.GetValueOrDefault($"{operation}") ?? "" : null
        where cursor != ""
        let value = cursor ?? (isHostile ? Pick(HostileTexts) : place == "path" ? Values.Address(parameter["schema"]!, isAtEdge) : $"{Values.Make(parameter["schema"]!, isAtEdge)}")
        let text = place == "path" ? value.Replace("\0", "", StringComparison.Ordinal) : value // which the server itself refuses, before any app
        select (parameter["name"]!.GetValue<string>(), text.Length == 0 ? "x" : text);

    private static byte[] Bytes(JsonNode? body) => Encoding.UTF8.GetBytes(body?.ToJsonString() ?? "null");

    private T Pick<T>(IList<T> from) => from[_random.Next(from.Count)];
}
