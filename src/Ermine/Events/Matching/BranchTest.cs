namespace Ermine.Events.Matching;

/// <summary>Decides branches by the values of their fields that were written down.</summary>
internal static class BranchTest
{
    /// <summary>Whether a branch holds for the values that were written down.</summary>
    public static bool Holds(Branch branch, ReadOnlySpan<byte> json, MatchScratch scratch)
    {
        var inElements = 0;
        foreach (ref readonly var field in branch.Tested.AsSpan())
        {
            var test = field.Test;
            if (scratch.First[field.Field] < 0)
            {
                if (!test.AllowsAbsence) return false;
                continue;
            }

            var isInElement = scratch.IsInElement[field.Field];
            if (isInElement) inElements++;
            if (!Passes(test, field.Field, json, scratch) && (!test.AllowsAbsence || !isInElement)) return false;
        }

        // A value outside of arrays of objects agrees with every other, and so do the values of a single field.
        return inElements == 0 || (inElements == 1 ? HoldsInElement(branch, json, scratch) : scratch.Search.Holds(json, branch, scratch));
    }

    // With one field in elements, it is absent only if it has no value at all: no other field chooses an element.
    private static bool HoldsInElement(Branch branch, ReadOnlySpan<byte> json, MatchScratch scratch)
    {
        foreach (var (field, test) in branch.Fields)
        {
            if (scratch.First[field] >= 0 && scratch.IsInElement[field]) return !test.AllowsAbsence || Passes(test, field, json, scratch);
        }

        return true;
    }

    /// <summary>Whether a field that was written down has a value that passes.</summary>
    public static bool Passes(FieldTest test, int field, ReadOnlySpan<byte> json, MatchScratch scratch)
    {
        for (var place = scratch.First[field]; place >= 0;)
        {
            ref var value = ref scratch.Values[place];
            if (test.Matches(value.Kind, scratch.TextOf(json, ref value))) return true;
            place = value.Next;
        }

        return false;
    }
}
