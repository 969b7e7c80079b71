namespace Ermine.Generator.Conditions;

/// <summary>Some of the texts: those for which one of some tests holds.</summary>
internal sealed class TextValues : ValueSet
{
    public static readonly TextValues All = new([TextTest.Any]);

    private readonly IReadOnlyList<TextTest> _tests;

    private TextValues(IReadOnlyList<TextTest> tests) => _tests = tests;

    public override bool IsNone => _tests.Count == 0;

    public override bool IsAll => _tests.Any(t => t is { IsExcluding: true, Values.Count: 0 });

    /// <summary>The texts that are as a value; an empty start or end says nothing.</summary>
    public static TextValues Of(TextKind kind, string value) =>
        value.Length == 0 && kind is TextKind.Prefix or TextKind.Suffix or TextKind.PrefixIgnoringCase or TextKind.SuffixIgnoringCase ? All : new([TextTest.Of(kind, value)]);

    /// <summary>The texts that contain a value.</summary>
    public static TextValues Containing(string value) => value.Length == 0 ? All : new([TextTest.OfPieces("", value, "")]);

    public override ValueSet? Others()
    {
        ValueSet? rest = All;
        foreach (var test in _tests) rest = test.Others() is { } others ? rest?.And(new TextValues(others)) : null;
        return rest;
    }

    public override ValueSet? And(ValueSet other)
    {
        var common = new List<TextTest>();
        foreach (var test in _tests)
        {
            foreach (var second in ((TextValues)other)._tests)
            {
                if (test.And(second) is not { } both) return null;
                common.AddRange(both);
            }
        }

        return Joined(common);
    }

    public override ValueSet Or(ValueSet other) => Joined([.. _tests, .. ((TextValues)other)._tests]);

    public override (IReadOnlyList<string> Texts, bool HoldForNull)? Alternatives(bool mustExcludeNull)
    {
        if (IsAll) return ([TextTest.Any.Alternative()], false);
        var holdForNull = _tests.Any(t => t.IsExcluding);
        return mustExcludeNull && holdForNull ? null : ([.. _tests.Select(t => t.Alternative())], holdForNull);
    }

    public override string ToString() => string.Join(" ", _tests.Select(t => t.Alternative()).OrderBy(t => t, StringComparer.Ordinal));

    // What another test lets pass anyway need not be named, and cannot be excluded.
    private static TextValues Joined(List<TextTest> tests)
    {
        for (var i = 0; i < tests.Count; i++)
        {
            if (!tests[i].IsExcluding || tests[i].Kind != TextKind.Exact) continue;
            var (at, rest) = (i, tests.Where((_, other) => other != i).ToList());
            tests[at] = tests[at] with { Values = [.. tests[at].Values.Where(v => !rest.Exists(r => r.Holds(v)))] };
            if (tests[at].Values.Count == 0) return All;
        }

        var joined = new List<TextTest>();
        for (var i = 0; i < tests.Count; i++)
        {
            var test = tests[i];
            var isCovered = test is { IsExcluding: false, Kind: TextKind.Exact } && tests.Where((_, other) => other != i).Any(o => (o.IsExcluding || o.Kind != TextKind.Exact) && o.Holds(test.Values[0]));
            if (!isCovered && !joined.Exists(test.Equal)) joined.Add(test);
        }

        return new TextValues(joined);
    }
}
