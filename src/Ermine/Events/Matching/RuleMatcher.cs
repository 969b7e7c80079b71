using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Ermine.Shared.Patterns;

namespace Ermine.Events.Matching;

/// <summary>Finds the rules that a validated event matches.</summary>
internal readonly ref struct RuleMatcher
{
    private readonly RuleSnapshot _rules;
    private readonly MatchScratch _scratch;
    private readonly ReadOnlySpan<byte> _json;

    private RuleMatcher(RuleSnapshot rules, MatchScratch scratch, ReadOnlySpan<byte> json)
    {
        _rules = rules;
        _scratch = scratch;
        _json = json;
    }

    /// <summary>
    /// Matches an event; the rules are in <see cref="MatchScratch.Matched"/> of what is answered, in no particular order, until the thread matches again.
    /// The time is linear in the bytes of the event, then in the branches that its values lead to.
    /// </summary>
    public static MatchScratch Match(RuleSnapshot rules, ReadOnlySpan<byte> json, ReadOnlySpan<EventMember> index, bool mayHaveRareNames)
    {
        var scratch = Read(rules, json, index, mayHaveRareNames);
        new RuleMatcher(rules, scratch, json).Match();
        return scratch;
    }

    /// <summary>Writes down the values that rules name, without matching.</summary>
    public static MatchScratch Read(RuleSnapshot rules, ReadOnlySpan<byte> json, ReadOnlySpan<EventMember> index, bool mayHaveRareNames)
    {
        var scratch = MatchScratch.OfThread;
        scratch.Begin(rules);
        new EventWalker(json, index, mayHaveRareNames, scratch).Walk(rules);
        return scratch;
    }

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

    private static bool Passes(FieldTest test, int field, ReadOnlySpan<byte> json, MatchScratch scratch)
    {
        for (var place = scratch.First[field]; place >= 0;)
        {
            ref var value = ref scratch.Values[place];
            if (test.Matches(value.Kind, scratch.TextOf(json, ref value))) return true;
            place = value.Next;
        }

        return false;
    }

    private void Match()
    {
        var plans = _rules.Plans;
        foreach (var branch in _rules.Always) TryNew(branch);
        foreach (var field in _scratch.Touched)
        {
            var plan = plans[field];
            foreach (var branch in plan.Always)
            {
                if (branch.Only is not { } only) TryNew(branch);
                else if (!_scratch.HasMatched(branch.Rule) && Passes(only, field, _json, _scratch)) _scratch.Add(branch.Rule);
            }

            if (plan.Kinds != 0) LookUp(plan, field);
        }
    }

    // Apart from the loop above, and never part of it: what few rules need would take its registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LookUp(FieldPlan plan, int field)
    {
        for (var place = _scratch.First[field]; place >= 0; place = _scratch.Values[place].Next)
        {
            ref var value = ref _scratch.Values[place];
            var text = _scratch.TextOf(_json, ref value);
            if (value.Kind == ValueKind.String) LookUpText(plan, field, text);
            else if (value.Kind != ValueKind.Number) TryAt(plan, IndexKind.Literal, 0, (ulong)value.Kind, field);
            else if (plan.Has(IndexKind.Number)) LookUpNumber(plan, field, text);
        }
    }

    private void LookUpText(FieldPlan plan, int field, ReadOnlySpan<byte> text)
    {
        if (plan.Has(IndexKind.Text)) TryAt(plan, IndexKind.Text, 0, ByteHash.Of(text), field);
        if (plan.Has(IndexKind.Address)) LookUpAddress(plan, field, text);
        if (plan.Has(IndexKind.Caseless)) LookUpCaseless(plan, field, text);
        for (var lengths = plan.PrefixLengths; lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            if (length > text.Length) break;
            TryAt(plan, IndexKind.Prefix, length, ByteHash.Of(text[..length]), field);
        }

        for (var lengths = plan.SuffixLengths; lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            if (length > text.Length) break;
            TryAt(plan, IndexKind.Suffix, length, ByteHash.Of(text[^length..]), field);
        }
    }

    private void LookUpNumber(FieldPlan plan, int field, ReadOnlySpan<byte> text) => TryAt(plan, IndexKind.Number, 0, IndexKey.Of(text).Hash, field);

    private void LookUpAddress(FieldPlan plan, int field, ReadOnlySpan<byte> text)
    {
        if (Address.TryParse(text, out var address)) TryAt(plan, IndexKind.Address, 0, IndexKey.Of(address).Hash, field);
    }

    private void LookUpCaseless(FieldPlan plan, int field, ReadOnlySpan<byte> text)
    {
        var lower = _scratch.Room(text.Length);
        if (Ascii.ToLower(text, lower, out _) == System.Buffers.OperationStatus.Done) TryAt(plan, IndexKind.Caseless, 0, ByteHash.Of(lower), field); // a rule is found by this only if it asks for ASCII
    }

    private void TryAt(FieldPlan plan, IndexKind kind, int length, ulong hash, int field)
    {
        if (!plan.Has(kind)) return;

        foreach (var branch in _rules.Index.Find(new IndexKey(kind, length, hash).In(field)))
        {
            if (_scratch.IsNew(branch)) TryNew(branch);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TryNew(Branch branch)
    {
        if (!_scratch.HasMatched(branch.Rule) && Holds(branch, _json, _scratch)) _scratch.Add(branch.Rule);
    }
}
