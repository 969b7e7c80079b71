namespace Ermine.Generator.Conditions;

/// <summary>What is asked of an event: everything of one of some branches. A branch asks once of a field.</summary>
internal sealed class Condition
{
    public const int MaxBranches = 100;

    public static readonly Condition Always = new([[]]);

    public static readonly Condition Never = new([]);

    private Condition(IReadOnlyList<IReadOnlyList<FieldCondition>> branches) => Branches = branches;

    public IReadOnlyList<IReadOnlyList<FieldCondition>> Branches { get; }

    public static Condition Of(FieldCondition field) => field.IsNever ? Never : field.IsAlways ? Always : new([[field]]);

    /// <summary>Both; null where no pattern can ask for it, or only with more than <see cref="MaxBranches"/>.</summary>
    public Condition? And(Condition other)
    {
        var both = new List<IReadOnlyList<FieldCondition>>();
        foreach (var first in Branches)
        {
            foreach (var second in other.Branches)
            {
                var (branch, isNever) = (first.ToList(), false);
                foreach (var field in second)
                {
                    var at = branch.FindIndex(f => f.Path.Names == field.Path.Names);
                    var joined = at < 0 ? field : branch[at].And(field);
                    if (joined is null) return null;
                    isNever |= joined.IsNever;
                    if (at >= 0) branch.RemoveAt(at);
                    if (!joined.IsAlways) branch.Insert(at < 0 ? branch.Count : at, joined);
                }

                if (!isNever) both.Add(branch);
            }
        }

        return Joined(both);
    }

    /// <summary>Either; null where it has more than <see cref="MaxBranches"/>.</summary>
    public Condition? Or(Condition other) => Joined([.. Branches, .. other.Branches]);

    // Branches that differ in one field become one, and what a wider branch asks for already is left out.
    private static Condition? Joined(List<IReadOnlyList<FieldCondition>> branches)
    {
        if (branches.Count > MaxBranches) return null;
        for (var i = 0; i < branches.Count; i++)
        {
            for (var j = i + 1; j < branches.Count; j++)
            {
                if (Join(branches[i], branches[j]) is not { } joined) continue;
                branches[i] = joined;
                branches.RemoveAt(j);
                (i, j) = (-1, branches.Count);
            }
        }

        return new Condition(branches);
    }

    private static IReadOnlyList<FieldCondition>? Join(IReadOnlyList<FieldCondition> a, IReadOnlyList<FieldCondition> b)
    {
        var (ofA, ofB) = (a.Select(f => f.Identity).ToList(), b.Select(f => f.Identity).ToList());
        if (ofA.TrueForAll(ofB.Contains)) return a;
        if (ofB.TrueForAll(ofA.Contains)) return b;

        var differing = a.Where(f => !ofB.Contains(f.Identity)).ToList();
        if (a.Count != b.Count || differing.Count != 1 || b.Where(f => !ofA.Contains(f.Identity)).ToList() is not [var other] || other.Path.Names != differing[0].Path.Names) return null;

        var either = differing[0].Or(other);
        return [.. a.Select(f => ReferenceEquals(f, differing[0]) ? either : f).Where(f => !f.IsAlways)];
    }
}
