namespace Ermine.Generator.Conditions;

/// <summary>Writes a condition as an event pattern.</summary>
internal static class ConditionText
{
    private const string Or = "$or";

    /// <summary>The pattern, or the field of which it cannot be asked.</summary>
    /// <param name="source">The event's source.</param>
    /// <param name="detailType">The event's detail type.</param>
    /// <param name="condition">What is asked of its detail; not nothing.</param>
    public static (string? Pattern, FieldPath? Refused) Of(string source, string detailType, Condition condition)
    {
        var branches = condition.Branches.Select(Needed).ToList();
        if (branches.SelectMany(b => b).FirstOrDefault(f => f.Alternatives() is null) is { } refused) return (null, refused.Path);

        var common = branches[0].Where(f => branches.TrueForAll(b => b.Any(o => o.Identity == f.Identity))).ToList();
        var others = branches.ConvertAll(b => b.Where(f => !common.Exists(c => c.Identity == f.Identity)).Select(Written).ToList());
        List<(string Names, string Value)> detail = [.. common.Select(Written)];
        if (branches.Count > 1) detail.Add((Or, $"[{string.Join(", ", others.Select(Object))}]"));

        var head = $"\"source\": [{TextTest.Of(TextKind.Exact, source).Alternative()}], \"detail-type\": [{TextTest.Of(TextKind.Exact, detailType).Alternative()}]";
        return ($"{{ {head}{(detail.Count > 0 ? $", \"detail\": {Object(detail)}" : "")} }}", null);
    }

    // That an object is there need not be asked for beside a value within it.
    private static List<FieldCondition> Needed(IReadOnlyList<FieldCondition> branch) =>
        [.. branch.Where(f => !f.IsPresence || !branch.Any(o => o.Path.Names != f.Path.Names && o.HoldsForNull != true && o.Path.Names.StartsWith(Parent(f.Path), StringComparison.Ordinal)))];

    private static string Parent(FieldPath path) => path.Names.Substring(0, path.Names.LastIndexOf('.') + 1);

    private static (string Names, string Value) Written(FieldCondition field) => (field.Path.Names, $"[{string.Join(", ", field.Alternatives()!)}]");

    private static string Object(List<(string Names, string Value)> fields)
    {
        var members = fields.GroupBy(f => f.Names.Split('.')[0], StringComparer.Ordinal).Select(g => g.First() is var first && first.Names == g.Key
            ? $"{JsonLiteral.Of(g.Key)}: {first.Value}"
            : $"{JsonLiteral.Of(g.Key)}: {Object([.. g.Select(f => (f.Names.Substring(g.Key.Length + 1), f.Value))])}");
        return $"{{ {string.Join(", ", members)} }}";
    }
}
