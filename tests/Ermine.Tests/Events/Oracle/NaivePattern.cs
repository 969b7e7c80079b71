using System.Text.Json;

namespace Ermine.Tests.Events.Oracle;

/// <summary>
/// Answers whether an event matches a pattern, by the words of docs/events.md and nothing of the matcher: it flattens both, and tries every choice of values.
/// </summary>
/// <param name="holds">How an alternative looks at a value: as the operators do, unless a fault is planted.</param>
internal sealed class NaivePattern(Func<JsonElement, JsonElement, bool> holds)
{
    public NaivePattern() : this(NaiveOperators.Holds)
    {
    }

    public bool Matches(string pattern, string json)
    {
        using var document = JsonDocument.Parse(pattern);
        var fields = new NaiveEvent(json).Fields;
        return Branches(document.RootElement, null, [[]]).Any(b => Choose([.. b], 0, [], fields, []));
    }

    // Every $or multiplied out; a later field of the same path replaces an earlier one.
    private static List<Dictionary<string, JsonElement>> Branches(JsonElement rule, string? path, List<Dictionary<string, JsonElement>> branches)
    {
        foreach (var member in rule.EnumerateObject())
        {
            if (member.Name == "$or")
            {
                branches = [.. member.Value.EnumerateArray().SelectMany(item => Branches(item, path, [.. branches.Select(b => new Dictionary<string, JsonElement>(b))]))];
                continue;
            }

            var name = path is null ? member.Name : $"{path}.{member.Name}";
            if (member.Value.ValueKind == JsonValueKind.Object) branches = Branches(member.Value, name, branches);
            else branches.ForEach(b => b[name] = member.Value);
        }

        return branches;
    }

    private bool Choose(KeyValuePair<string, JsonElement>[] rule, int at, Dictionary<int, int> elements, List<FlatField> fields, List<string> absent)
    {
        if (at == rule.Length) return absent.All(path => !fields.Any(f => f.Path == path && Agrees(f, elements)));

        var (name, alternatives) = rule[at];
        foreach (var field in fields.Where(f => f.Path == name && Agrees(f, elements) && alternatives.EnumerateArray().Any(a => holds(a, f.Value))))
        {
            var chosen = new Dictionary<int, int>(elements);
            foreach (var (array, index) in field.Elements) chosen[array] = index;
            if (Choose(rule, at + 1, chosen, fields, absent)) return true;
        }

        return alternatives.EnumerateArray().Any(IsAbsence) && Choose(rule, at + 1, elements, fields, [.. absent, name]);
    }

    private static bool Agrees(FlatField field, Dictionary<int, int> elements) => field.Elements.All(e => !elements.TryGetValue(e.Key, out var index) || index == e.Value);

    private static bool IsAbsence(JsonElement alternative) =>
        alternative.ValueKind == JsonValueKind.Object && alternative.TryGetProperty("exists", out var exists) && exists.ValueKind == JsonValueKind.False;
}
