using System.Text;

namespace Ermine.Events.Matching;

/// <summary>
/// Adds rules to a set and removes them, one at a time, each by making the next snapshot from the last. A branch is found by its most selective field:
/// the one at whose hashes the fewest branches are found already.
/// </summary>
internal sealed class RuleIndex
{
    /// <summary>So many branches are tested for a field's value before hashing it is worth while.</summary>
    private const int FewBranches = 4;

    /// <summary>So many fields are each looked for in an event's index; where they are more, going down the tree of names is faster. At most 64, as the matcher has a bit for each.</summary>
    private const int FewFields = 32;

    private readonly Dictionary<string, (FieldTest Test, int Branches)> _tests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fieldNumbers = new(StringComparer.Ordinal);
    private readonly List<FieldUse> _fields = [];
    private readonly SmallNumbers _freeFields = new();
    private readonly SmallNumbers _branchNumbers = new();
    private readonly SmallNumbers _ruleNumbers = new();
    private RuleSnapshot _next = RuleSnapshot.Empty;
    private RuleSnapshot _snapshot = RuleSnapshot.Empty;

    /// <summary>The rules of this moment. Readers take it once for each event.</summary>
    public RuleSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <summary>Adds a rule and removes another, or does one of both; readers see all of it or nothing. The caller lets in one thread at a time.</summary>
    public void Change(RuleEntry? added, FieldTest[][] branches, RuleEntry? removed)
    {
        if (removed is not null) Remove(removed);
        if (added is not null)
        {
            added.Index = _ruleNumbers.Take();
            added.Branches = [.. branches.Select(b => Add(added, b))];
        }

        _next = _next with { BranchNumbers = _branchNumbers.End, RuleNumbers = _ruleNumbers.End, Shapes = new ShapePlans() };
        Volatile.Write(ref _snapshot, _next);
    }

    private Branch Add(RuleEntry rule, FieldTest[] tests)
    {
        var fields = new BranchField[tests.Length];
        for (var i = 0; i < tests.Length; i++) fields[i] = new BranchField(Use(tests[i].Source.Path), Share(tests[i]));

        var (best, fewest) = (-1, int.MaxValue);
        for (var i = 0; i < fields.Length; i++)
        {
            if (fields[i].Test.Keys is { } keys && Found(fields[i].Field, keys) is var found && found < fewest) (best, fewest) = (i, found);
        }

        if (best < 0) best = Array.FindIndex(fields, f => !f.Test.AllowsAbsence);

        var field = best < 0 ? -1 : fields[best].Field;
        var isIndexed = fewest < int.MaxValue && _next.Plans[field].Always.Length >= FewBranches;
        ulong[] hashes = isIndexed ? [.. fields[best].Test.Keys!.Select(k => k.In(field)).Distinct()] : [];
        var tested = fields;
        if (best > 0)
        {
            tested = [.. fields];
            (tested[0], tested[best]) = (tested[best], tested[0]);
        }

        var branch = new Branch(_branchNumbers.Take(), rule, fields) { FoundBy = field, Hashes = hashes, Tested = tested };
        foreach (var hash in hashes) _next = _next with { Index = _next.Index.With(hash, branch) };
        if (isIndexed) _fields[field].Count(fields[best].Test.Keys!, 1);
        Plan(branch, always => [.. always, branch]);
        return branch;
    }

    private void Remove(RuleEntry rule)
    {
        foreach (var branch in rule.Branches)
        {
            foreach (var hash in branch.Hashes) _next = _next with { Index = _next.Index.Without(hash, branch) };
            if (branch.Hashes.Length > 0) _fields[branch.FoundBy].Count(branch.Fields.First(f => f.Field == branch.FoundBy).Test.Keys!, -1);
            Plan(branch, always => [.. always.Where(b => b != branch)]);
            foreach (var field in branch.Fields) Leave(field);
            _branchNumbers.Return(branch.Index);
        }

        _ruleNumbers.Return(rule.Index);
    }

    // Writes the plan of the field that a branch is found by, or the list of those that are looked at for every event.
    private void Plan(Branch branch, Func<Branch[], Branch[]> change)
    {
        if (branch.FoundBy < 0)
        {
            _next = _next with { Always = change(_next.Always) };
            return;
        }

        var always = _next.Plans[branch.FoundBy].Always;
        SetPlan(branch.FoundBy, _fields[branch.FoundBy].Plan(branch.Hashes.Length > 0 ? always : change(always)));
    }

    private int Found(int field, IndexKey[] keys)
    {
        var found = 0;
        foreach (var key in keys) found += _next.Index.Find(key.In(field)).Length + 1;
        return found;
    }

    private int Use(string path)
    {
        if (!_fieldNumbers.TryGetValue(path, out var number))
        {
            number = _freeFields.Take();
            _fieldNumbers.Add(path, number);
            if (number == _fields.Count) _fields.Add(new FieldUse(path));
            else _fields[number] = new FieldUse(path);
            SetPlan(number, FieldPlan.Empty);
            SetPaths(_next.Paths.With(Names(path), number));
        }

        _fields[number].Branches++;
        return number;
    }

    // Rules that ask the same of a field share the test, so that a test which many rules have stays in the processor's cache.
    private FieldTest Share(FieldTest test)
    {
        var shared = _tests.TryGetValue(test.Identity, out var known) ? known : (Test: test, Branches: 0);
        _tests[test.Identity] = (shared.Test, shared.Branches + 1);
        return shared.Test;
    }

    private void Leave(BranchField left)
    {
        var (test, branches) = _tests[left.Test.Identity];
        if (branches > 1) _tests[left.Test.Identity] = (test, branches - 1);
        else _tests.Remove(left.Test.Identity);

        var (number, field) = (left.Field, _fields[left.Field]);
        if (--field.Branches > 0) return;

        _fieldNumbers.Remove(field.Path);
        _freeFields.Return(number);
        SetPaths(_next.Paths.Without(Names(field.Path)));
    }

    private void SetPaths(PathNode paths) => _next = _next with { Paths = paths, Fields = Few(paths) };

    private NamedField?[]? Few(PathNode paths)
    {
        if (_freeFields.End > FewFields) return null;

        var fields = new NamedField?[_freeFields.End];
        foreach (var field in paths.Fields()) fields[field.Number] = field;
        return fields;
    }

    private void SetPlan(int field, FieldPlan plan)
    {
        var plans = _next.Plans;
        var copy = new FieldPlan[Math.Max(plans.Length, field + 1)];
        plans.CopyTo(copy, 0);
        copy[field] = plan;
        _next = _next with { Plans = copy };
    }

    private static byte[][] Names(string path) => [.. path.Split('.').Select(Encoding.UTF8.GetBytes)];
}
