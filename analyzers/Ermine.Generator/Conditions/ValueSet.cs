namespace Ermine.Generator.Conditions;

/// <summary>Some of the values that a field may have, as far as an event pattern can ask for them.</summary>
internal abstract class ValueSet
{
    public abstract bool IsNone { get; }

    public abstract bool IsAll { get; }

    /// <summary>All other values; null where no pattern can ask for them.</summary>
    public abstract ValueSet? Others();

    /// <summary>The values that are in both; null where no pattern can ask for them.</summary>
    public abstract ValueSet? And(ValueSet other);

    /// <summary>The values that are in either.</summary>
    public abstract ValueSet Or(ValueSet other);

    /// <summary>The alternatives that ask for them, and whether null passes one of these; null where null must not and would.</summary>
    public abstract (IReadOnlyList<string> Texts, bool HoldForNull)? Alternatives(bool mustExcludeNull);

    /// <summary>What the set is: equal for equal sets.</summary>
    public abstract override string ToString();
}
