namespace Ermine.Generator.Conditions;

/// <summary>Some of true and false.</summary>
internal sealed class BooleanValues(bool hasTrue, bool hasFalse) : ValueSet
{
    public static readonly BooleanValues All = new(true, true);

    public override bool IsNone => !hasTrue && !hasFalse;

    public override bool IsAll => hasTrue && hasFalse;

    private bool HasTrue => hasTrue;

    private bool HasFalse => hasFalse;

    public override ValueSet Others() => new BooleanValues(!hasTrue, !hasFalse);

    public override ValueSet And(ValueSet other) => new BooleanValues(hasTrue && ((BooleanValues)other).HasTrue, hasFalse && ((BooleanValues)other).HasFalse);

    public override ValueSet Or(ValueSet other) => new BooleanValues(hasTrue || ((BooleanValues)other).HasTrue, hasFalse || ((BooleanValues)other).HasFalse);

    public override (IReadOnlyList<string> Texts, bool HoldForNull)? Alternatives(bool mustExcludeNull) =>
        ([.. new[] { hasTrue ? "true" : "", hasFalse ? "false" : "" }.Where(t => t.Length > 0)], false);

    public override string ToString() => $"{hasTrue}|{hasFalse}";
}
