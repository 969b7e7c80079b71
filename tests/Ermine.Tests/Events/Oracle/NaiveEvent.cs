using System.Text.Json;

namespace Ermine.Tests.Events.Oracle;

/// <summary>Lists every value of an event with its path, the slow and obvious way.</summary>
internal sealed class NaiveEvent
{
    private readonly List<(string Scope, string Path, bool IsValue)> _places = [];
    private int _arrays;

    public NaiveEvent(string json)
    {
        using var document = JsonDocument.Parse(json);
        Members(document.RootElement.Clone(), null, []);
    }

    public List<FlatField> Fields { get; } = [];

    /// <summary>Whether two values have the same path in one element, or one a path that leads on to the other's.</summary>
    public bool HasMeeting => _places.SelectMany((p, i) => _places.Where((q, j) => i != j && p.IsValue && p.Scope == q.Scope && (q.Path == p.Path || q.Path.StartsWith($"{p.Path}.", StringComparison.Ordinal)))).Any();

    private void Members(JsonElement value, string? path, Dictionary<int, int> elements)
    {
        foreach (var member in value.EnumerateObject())
        {
            var name = path is null ? member.Name : $"{path}.{member.Name}";
            var scope = string.Join(' ', elements);
            if (member.Value.ValueKind != JsonValueKind.Object) _places.Add((scope, name, true));
            else if (member.Value.EnumerateObject().Any()) _places.Add((scope, name, false));
            if (member.Name.Contains('.')) _places.Add((scope, name[..name.LastIndexOf('.')], false)); // it leads on, even to an object without members
            Value(member.Value, name, elements);
        }
    }

    private void Value(JsonElement value, string path, Dictionary<int, int> elements)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                Members(value, path, elements);
                break;
            case JsonValueKind.Array:
                var array = _arrays++;
                var index = 0;
                foreach (var item in value.EnumerateArray())
                {
                    var isNested = item.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
                    Value(item, path, isNested ? new Dictionary<int, int>(elements) { [array] = index } : elements);
                    index++;
                }

                break;
            default:
                Fields.Add(new FlatField(path, value, elements));
                break;
        }
    }
}
