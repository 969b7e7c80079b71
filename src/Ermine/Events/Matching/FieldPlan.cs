namespace Ermine.Events.Matching;

/// <summary>How branches are found by the values of one field.</summary>
/// <param name="Kinds">A bit for each <see cref="IndexKind"/> that some branch is found by.</param>
/// <param name="PrefixLengths">A bit for each length of a prefix that some branch is found by.</param>
/// <param name="SuffixLengths">A bit for each length of a suffix that some branch is found by.</param>
/// <param name="Always">The branches that are looked at whenever the field has a value.</param>
internal sealed record FieldPlan(int Kinds, ulong PrefixLengths, ulong SuffixLengths, Branch[] Always)
{
    /// <summary>The plan of a field that nothing is found by.</summary>
    public static readonly FieldPlan Empty = new(0, 0, 0, []);

    /// <summary>Whether some branch is found by this.</summary>
    public bool Has(IndexKind kind) => (Kinds >> (int)kind & 1) != 0;
}
