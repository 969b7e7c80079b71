using Ermine.Shared.Patterns;

namespace Ermine.Generator.Rules.Events;

/// <summary>An event that stands in code as an example.</summary>
internal sealed class ExampleEvent
{
    private readonly List<ExampleValue> _values = [];
    private readonly List<(string Scope, string Path, bool IsValue)> _places = [];
    private int _arrays;

    private ExampleEvent()
    {
    }

    /// <summary>Its values, in order.</summary>
    public IReadOnlyList<ExampleValue> Values => _values;

    /// <summary>Reads an event: it, or why the text is none, as the bus would refuse it.</summary>
    public static (ExampleEvent? Event, PatternError? Error) Read(string text)
    {
        try
        {
            var root = new JsonParser(text, "event").Read();
            if (root.Kind != JsonKind.Object) return (null, new PatternError(root.Offset, root.Length, $"An event is an object, not {root.Article}; write {{\"source\": \"shop\", \"detail-type\": \"OrderPlaced\", \"detail\": {{}}}}."));

            var example = new ExampleEvent();
            example.Members(root, null, new Dictionary<int, int>());
            return (example, null);
        }
        catch (PatternFault fault)
        {
            return (null, fault.Error); // the one way out of a parser that is many calls deep
        }
    }

    private void Members(JsonNode node, string? path, Dictionary<int, int> elements)
    {
        var scope = string.Join(" ", elements.OrderBy(e => e.Key).Select(e => $"{e.Key}:{e.Value}"));
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            var name = path is null ? member.Name : $"{path}.{member.Name}";
            var isTwice = !names.Add(member.Name);
            if (member.Value.Kind != JsonKind.Object) isTwice |= IsMet(scope, name, isValue: true);
            else if (member.Value.Members.Count > 0) isTwice |= IsMet(scope, name, isValue: false);
            if (member.Name.IndexOf('.') >= 0) isTwice |= IsMet(scope, name.Substring(0, name.LastIndexOf('.')), isValue: false); // it leads on, even to an object without members
            if (isTwice) throw new PatternFault(member.Offset, member.Length, $"'{name}' stands in the event twice, and such an event is refused when it is published; write each name once.");

            Value(member.Value, name, elements);
        }
    }

    // Names with dots are objects within each other, so that several may fill one object, but none may lead into a value.
    private bool IsMet(string scope, string path, bool isValue)
    {
        var isMet = _places.Exists(p => p.Scope == scope && (p.IsValue && (path == p.Path || path.StartsWith(p.Path + ".", StringComparison.Ordinal))
            || isValue && (p.Path == path || p.Path.StartsWith(path + ".", StringComparison.Ordinal))));
        _places.Add((scope, path, isValue));
        return isMet;
    }

    private void Value(JsonNode node, string path, Dictionary<int, int> elements)
    {
        switch (node.Kind)
        {
            case JsonKind.Object:
                Members(node, path, elements);
                break;
            case JsonKind.Array:
                var array = _arrays++;
                for (var i = 0; i < node.Items.Count; i++)
                {
                    var isNested = node.Items[i].Kind is JsonKind.Object or JsonKind.Array;
                    Value(node.Items[i], path, isNested ? new Dictionary<int, int>(elements) { [array] = i } : elements);
                }

                break;
            default:
                _values.Add(new ExampleValue(path, node, elements));
                break;
        }
    }
}
