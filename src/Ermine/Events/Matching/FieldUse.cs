namespace Ermine.Events.Matching;

/// <summary>What the writer of a set of rules counts of one field.</summary>
internal sealed class FieldUse(string path)
{
    private readonly int[] _kinds = new int[Enum.GetValues<IndexKind>().Length];
    private readonly int[] _prefixes = new int[IndexKey.LongestAffix + 1];
    private readonly int[] _suffixes = new int[IndexKey.LongestAffix + 1];

    public string Path { get; } = path;

    /// <summary>How many branches name it.</summary>
    public int Branches { get; set; }

    /// <summary>Counts the keys of a branch that is found by this field, or uncounts them.</summary>
    public void Count(IndexKey[] keys, int by)
    {
        foreach (var key in keys)
        {
            _kinds[(int)key.Kind] += by;
            if (key.Kind == IndexKind.Prefix) _prefixes[key.Length] += by;
            if (key.Kind == IndexKind.Suffix) _suffixes[key.Length] += by;
        }
    }

    /// <summary>The plan that the counts amount to.</summary>
    public FieldPlan Plan(Branch[] always) => new((int)Bits(_kinds), Bits(_prefixes), Bits(_suffixes), always);

    private static ulong Bits(int[] counts)
    {
        ulong bits = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0) bits |= 1UL << i;
        }

        return bits;
    }
}
