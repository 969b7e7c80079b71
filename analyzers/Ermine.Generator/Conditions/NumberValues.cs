namespace Ermine.Generator.Conditions;

/// <summary>Some of the numbers: intervals without common numbers, in order.</summary>
internal sealed class NumberValues : ValueSet
{
    public static readonly NumberValues All = new([NumberInterval.All]);

    private readonly IReadOnlyList<NumberInterval> _parts;

    private NumberValues(IReadOnlyList<NumberInterval> parts) => _parts = parts;

    public override bool IsNone => _parts.Count == 0;

    public override bool IsAll => _parts is [{ Low: null, High: null }];

    public static NumberValues Of(NumberInterval interval) => new(interval.IsNone ? [] : [interval]);

    public static NumberValues Of(string number) => Of(new NumberInterval(number, true, number, true));

    public override ValueSet Others()
    {
        var rest = new List<NumberInterval>();
        var (low, isLowInside, isOpen) = ((string?)null, false, true);
        foreach (var part in _parts)
        {
            if (part.Low is not null) Add(new NumberInterval(low, isLowInside, part.Low, !part.IsLowInside));
            (low, isLowInside, isOpen) = (part.High, !part.IsHighInside, part.High is not null);
        }

        if (isOpen) Add(new NumberInterval(low, isLowInside, null, false));
        return new NumberValues(rest);

        void Add(NumberInterval gap)
        {
            if (!gap.IsNone) rest.Add(gap);
        }
    }

    public override ValueSet And(ValueSet other) =>
        new NumberValues([.. _parts.SelectMany(p => ((NumberValues)other)._parts.Select(p.And)).Where(p => !p.IsNone)]);

    public override ValueSet Or(ValueSet other)
    {
        var joined = new List<NumberInterval>();
        foreach (var part in _parts.Concat(((NumberValues)other)._parts).OrderBy(p => p, Comparer<NumberInterval>.Create(NumberInterval.CompareLow)))
        {
            if (joined.Count == 0 || !joined[joined.Count - 1].Touches(part)) joined.Add(part);
            else if (NumberInterval.CompareHigh(joined[joined.Count - 1], part) < 0) joined[joined.Count - 1] = joined[joined.Count - 1] with { High = part.High, IsHighInside = part.IsHighInside };
        }

        return new NumberValues(joined);
    }

    public override (IReadOnlyList<string> Texts, bool HoldForNull)? Alternatives(bool mustExcludeNull)
    {
        if (IsAll) return (["{ \"numeric\": [\"<\", 0] }", "{ \"numeric\": [\">=\", 0] }"], false); // no operator means any number
        var gaps = ((NumberValues)Others())._parts;
        return !mustExcludeNull && gaps.Count > 0 && gaps.All(g => g.Point is not null)
            ? ([$"{{ \"anything-but\": [{string.Join(", ", gaps.Select(g => g.Point))}] }}"], true)
            : ([.. _parts.Select(Alternative)], false);
    }

    public override string ToString() => string.Join(" ", _parts.Select(Alternative));

    // An integer is written in one way only, so that it can be looked up; 100.00 is not.
    private static string Alternative(NumberInterval part)
    {
        if (part.Point is { } point) return point.All(c => c is (>= '0' and <= '9') or '-') ? point : $"{{ \"numeric\": [\"=\", {point}] }}";

        var low = part.Low is null ? "" : $"\"{(part.IsLowInside ? ">=" : ">")}\", {part.Low}";
        var high = part.High is null ? "" : $"\"{(part.IsHighInside ? "<=" : "<")}\", {part.High}";
        return $"{{ \"numeric\": [{low}{(low.Length > 0 && high.Length > 0 ? ", " : "")}{high}] }}";
    }
}
