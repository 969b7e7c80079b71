namespace Ermine.Shared.Patterns;

/// <summary>A pattern that was read: it matches where one of its branches does.</summary>
/// <param name="Text">The pattern as written.</param>
/// <param name="Branches">What every "$or" was multiplied out to.</param>
internal sealed record PatternTree(string Text, IReadOnlyList<PatternBranch> Branches)
{
    /// <summary>The tree as one line: equal for patterns that mean the same field by field.</summary>
    public string Describe() => string.Join(" | ", Branches.Select(b => string.Join(" & ", b.Fields.OrderBy(f => f.Path, StringComparer.Ordinal).Select(Describe))));

    private static string Describe(PatternField field) => $"{field.Path} = {string.Join(", ", field.Alternatives.Select(Describe))}";

    private static string Describe(PatternTest test)
    {
        var values = string.Join(" ", test.Values.Select(v => $"'{v.Text}'"));
        var range = test.Range is { } r ? $" {(r.IsLowInside ? '[' : '(')}{r.Low}..{r.High}{(r.IsHighInside ? ']' : ')')}" : "";
        return $"{test.Operator}({values}{range}{(test.Block is { } b ? $"{b.Start.High:x}:{b.Start.Low:x}/{b.Bits}" : "")})";
    }
}
