using Ermine.Kernel;
using Ermine.Shared.Patterns;

namespace Ermine.Generator.Rules.Events;

/// <summary>Whether a pattern matches an example, and why not, from the tree that the app matches by.</summary>
internal sealed class ExampleMatch(PatternTree tree, ExampleEvent example)
{
    /// <summary>Choices that are tried; an example that needs more is left to the app.</summary>
    private const int MostChoices = 100_000;

    private int _choices;

    /// <summary>Whether it matches; null where that takes too long to find out.</summary>
    public bool? Holds()
    {
        foreach (var branch in tree.Branches)
        {
            if (Choose(branch.Fields, 0, new Dictionary<int, int>(), [])) return true;
        }

        return _choices > MostChoices ? null : false;
    }

    /// <summary>What is missing of the branch that misses least.</summary>
    public string Missing()
    {
        var nearest = tree.Branches.Select(b => b.Fields.Where(f => !IsHeld(f)).ToList()).OrderBy(f => f.Count).First();
        return nearest.Count == 0 ? "each field holds by itself, but not all of them within the same element of an array" : string.Join("; ", nearest.Select(f => $"{f.Path}: {Missing(f)}"));
    }

    /// <summary>The values by which the first branch that holds does.</summary>
    public string Found() => string.Join("; ", tree.Branches.First(b => b.Fields.All(IsHeld)).Fields.Select(f => $"{f.Path} is {(ValuesOf(f).FirstOrDefault(v => f.Alternatives.Any(a => ExampleOperators.Holds(a, v))) is { } value ? Shown(value) : "absent")}"));

    // Two fields may not hold by values of different elements of one array. What is to be absent is absent from the elements that the others chose.
    private bool Choose(IReadOnlyList<PatternField> fields, int at, Dictionary<int, int> chosen, List<string> absent)
    {
        if (++_choices > MostChoices) return false;
        if (at == fields.Count) return absent.TrueForAll(path => !example.Values.Any(v => v.Path == path && v.Agrees(chosen)));

        foreach (var value in example.Values)
        {
            if (value.Path != fields[at].Path || !value.Agrees(chosen) || !fields[at].Alternatives.Any(a => ExampleOperators.Holds(a, value.Value))) continue;

            var next = new Dictionary<int, int>(chosen);
            foreach (var element in value.Elements) next[element.Key] = element.Value;
            if (Choose(fields, at + 1, next, absent)) return true;
        }

        return fields[at].Alternatives.Any(a => a.Operator == PatternOperator.Absent) && Choose(fields, at + 1, chosen, [.. absent, fields[at].Path]);
    }

    private bool IsHeld(PatternField field) => ValuesOf(field).Any(v => field.Alternatives.Any(a => ExampleOperators.Holds(a, v)))
        || field.Alternatives.Any(a => a.Operator == PatternOperator.Absent) && example.Values.All(v => v.Path != field.Path || v.Elements.Count > 0);

    private IEnumerable<JsonNode> ValuesOf(PatternField field) => example.Values.Where(v => v.Path == field.Path).Select(v => v.Value);

    private string Missing(PatternField field)
    {
        if (ValuesOf(field).FirstOrDefault() is not { } value)
            return NearestName.Of(field.Path, example.Values.Select(v => v.Path)) is { } similar ? $"the event has no value there; it has '{similar}'" : "the event has no value there";
        if (field.Alternatives.FirstOrDefault(a => a.Range is not null)?.Range is { } range && value.Kind == JsonKind.Number)
            return ExampleOperators.IsBelow(range, value.Text) ? $"{value.Text} is not {(range.IsLowInside ? "at least" : "above")} {range.Low}" : $"{value.Text} is not {(range.IsHighInside ? "at most" : "below")} {range.High}";

        foreach (var test in field.Alternatives.Where(a => a.Operator is PatternOperator.Equal or PatternOperator.Exactly or PatternOperator.Number))
        {
            if (test.Values[0].Text == value.Text && value.Kind is JsonKind.String or JsonKind.Number) return value.Kind == JsonKind.String ? $"{Shown(value)} is a string, and the pattern has a number" : $"{value.Text} is a number, and the pattern has a string";
            if (string.Equals(test.Values[0].Text, value.Text, StringComparison.OrdinalIgnoreCase)) return $"{Shown(value)} differs from {Written(test)} in upper and lower case only";
        }

        return field.Alternatives is [{ Operator: PatternOperator.Absent }] ? $"it has the value {Shown(value)}, and is to have none" : $"{Shown(value)} is not {string.Join(" or ", field.Alternatives.Select(Written))}";
    }

    private string Written(PatternTest test) => tree.Text.Substring(test.Offset, test.Length);

    private static string Shown(JsonNode value) => value.Kind == JsonKind.String ? $"\"{value.Text}\"" : value.Text;
}
