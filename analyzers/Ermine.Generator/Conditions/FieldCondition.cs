namespace Ermine.Generator.Conditions;

/// <summary>What is asked of one field.</summary>
/// <param name="Path">The field.</param>
/// <param name="Values">Its values that pass, but for null.</param>
/// <param name="HoldsForNull">Whether null passes, which a field that is absent is read as; null where that does not matter, since the code would fail then or the type excludes it.</param>
internal sealed record FieldCondition(FieldPath Path, ValueSet Values, bool? HoldsForNull)
{
    private const string Absent = "{ \"exists\": false }";

    public bool IsAlways => Values.IsAll && HoldsForNull != false && !Path.IsMany;

    public bool IsNever => Values.IsNone && HoldsForNull != true;

    /// <summary>Whether it asks no more than that there is a value.</summary>
    public bool IsPresence => Values.IsAll && HoldsForNull == false && Path is { IsWithinNullable: true, IsNullable: false };

    /// <summary>What it asks for: equal for conditions that ask for the same.</summary>
    public string Identity => $"{Path.Names}:{Values}:{HoldsForNull}";

    public FieldCondition? Others() => !Path.IsMany && Values.Others() is { } others ? this with { Values = others, HoldsForNull = !HoldsForNull } : null;

    public FieldCondition? And(FieldCondition other) => !Path.IsMany && Values.And(other.Values) is { } both ? new(Path.With(other.Path), both, HoldsForNull & other.HoldsForNull) : null;

    public FieldCondition Or(FieldCondition other) => new(Path.With(other.Path), Values.Or(other.Values), HoldsForNull | other.HoldsForNull);

    /// <summary>The alternatives of the field; null where a pattern cannot tell null from the values that pass.</summary>
    public IReadOnlyList<string>? Alternatives()
    {
        if (IsPresence) return ["{ \"exists\": true }"];
        if (Values.Alternatives(mustExcludeNull: HoldsForNull == false && Path.IsNullable) is not { } values) return null;

        var texts = values.Texts.ToList();
        if (HoldsForNull != true) return texts;
        if (!values.HoldForNull && (Path.IsNullable || !Path.IsWithinNullable)) texts.Add("null");
        if (Path.IsNullable || Path.IsWithinNullable) texts.Add(Absent);
        return texts;
    }
}
