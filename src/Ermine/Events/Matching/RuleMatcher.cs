using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using Ermine.Shared.Patterns;

namespace Ermine.Events.Matching;

/// <summary>
/// Finds the rules that a validated event matches. Of an event whose shape is known its plan says what to test. Else, where rules name few fields, each is looked
/// for in the event's index, and its value is tested where it stands: what most branches ask for first decides them. Otherwise, and for branches that ask for more,
/// the values that rules name are written down.
/// </summary>
internal ref struct RuleMatcher
{
    private const ulong All = ulong.MaxValue;

    private readonly RuleSnapshot _rules;
    private readonly MatchScratch _scratch;
    private readonly ReadOnlySpan<byte> _json;
    private readonly EventIndex _index;
    private readonly bool _mayHaveRareNames;
    private FieldFinder _finder;
    private ulong _read; // a bit for each field, while they are few, whose values are written down

    private RuleMatcher(RuleSnapshot rules, ReadOnlySpan<byte> json, EventIndex index, bool mayHaveRareNames)
    {
        _rules = rules;
        _json = json;
        _scratch = MatchScratch.OfThread;
        _scratch.Begin(rules);
        _scratch.BeginValues(rules);
        _index = index;
        _mayHaveRareNames = mayHaveRareNames;
        _finder = new FieldFinder(json, index);
    }

    /// <summary>
    /// Matches an event; the rules are in <see cref="MatchScratch.Matched"/> of what is answered, in no particular order, until the thread matches again.
    /// The time is linear in the bytes of the event, then in the branches that its values lead to.
    /// </summary>
    public static MatchScratch Match(RuleSnapshot rules, ReadOnlySpan<byte> json, EventIndex index, bool mayHaveRareNames)
    {
        if (index.Shape is { } shape && rules.Shapes.Of(rules, shape, json, index) is { } plan)
        {
            var scratch = MatchScratch.OfThread;
            scratch.Begin(rules);
            if (plan.TryMatch(json, index.Members, scratch)) return scratch;
        }

        return MatchAny(rules, json, index, mayHaveRareNames);
    }

    // Apart, so that the many locals of this matcher are not cleared for events that have a plan.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MatchScratch MatchAny(RuleSnapshot rules, ReadOnlySpan<byte> json, EventIndex index, bool mayHaveRareNames)
    {
        var matcher = new RuleMatcher(rules, json, index, mayHaveRareNames);
        if (rules.Fields is { } fields && !mayHaveRareNames && !index.Members.IsEmpty) matcher.MatchFew(fields);
        else matcher.MatchMany();
        return matcher._scratch;
    }

    /// <summary>Writes down the values that rules name, without matching.</summary>
    public static MatchScratch Read(RuleSnapshot rules, ReadOnlySpan<byte> json, EventIndex index, bool mayHaveRareNames)
    {
        var matcher = new RuleMatcher(rules, json, index, mayHaveRareNames);
        matcher.ReadAll();
        return matcher._scratch;
    }

    private void MatchFew(NamedField?[] fields)
    {
        foreach (var branch in _rules.Always) TryNew(branch);
        var plans = _rules.Plans;
        foreach (var field in fields)
        {
            if (field is null) continue;

            var plan = plans[field.Number];
            if (plan.Kinds == 0)
            {
                if (plan.Always.Length == 0 || _finder.Find(field) is var at && at < 0) continue;
                if (_finder.TryRead(at, out var kind, out var text))
                {
                    TryValue(plan, kind, text);
                    continue;
                }

                if (TryElements(plan, at)) continue;
            }

            TryWritten(plan, field);
        }
    }

    private void MatchMany()
    {
        ReadAll();
        foreach (var branch in _rules.Always) TryNew(branch);
        foreach (var field in _scratch.Touched) TryField(_rules.Plans[field], field);
    }

    private void ReadAll()
    {
        _scratch.Forget();
        new EventWalker(_json, _index, _mayHaveRareNames, _scratch).Walk(_rules.Paths);
        _read = All;
    }

    private void Read(NamedField field)
    {
        if ((_read >> field.Number & 1) != 0) return;

        var at = _finder.Find(field);
        if (at >= 0 && _finder.IsInElement(at))
        {
            ReadAll();
            return;
        }

        if (at >= 0) new EventWalker(_json, _index, mayHaveRareNames: false, _scratch).Walk(at, field.Node);
        _read |= 1UL << field.Number;
    }

    // The branches that are looked at for a value which is the only one of its field.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TryValue(FieldPlan plan, ValueKind kind, ReadOnlySpan<byte> text)
    {
        foreach (var branch in plan.Always)
        {
            if (!branch.Asked.Matches(kind, text)) continue;
            if (!_scratch.HasMatched(branch.Rule) && (branch.Only is not null || HoldsBesides(branch))) _scratch.Add(branch.Rule);
        }
    }

    // Whether what a branch asks for holds besides the field that it is found by, which has a value that holds.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HoldsBesides(Branch branch)
    {
        var fields = branch.Tested;
        for (var i = 1; i < fields.Length; i++)
        {
            var (number, test) = fields[i];
            var at = _finder.Find(_rules.Fields![number]!);
            if (at < 0)
            {
                if (!test.AllowsAbsence) return false;
            }
            else if (!_finder.TryRead(at, out var kind, out var text))
            {
                return HoldsAsWritten(branch);
            }
            else if (!test.Matches(kind, text)) return false;
        }

        return true;
    }

    // The elements of an array, unless there are such as cannot be tested as they stand. Objects are no values of the field.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryElements(FieldPlan plan, int member)
    {
        var start = _index.Members[member].ValueStart;
        if (_json[start] != (byte)'[' || _finder.IsInElement(member)) return false;

        var elements = new PlainElements(_json, start);
        while (elements.MoveNext()) TryValue(plan, elements.Kind, elements.Text);
        return elements.IsWhole;
    }

    // Apart, as are the others of this kind: what few events need would take the registers of what all do.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void TryWritten(FieldPlan plan, NamedField field)
    {
        // All at once where branches are found by hashes, since the values are gone through while they are tried.
        if (plan.Kinds == 0) Read(field);
        else
        {
            foreach (var one in _rules.Fields!)
            {
                if (one is not null) Read(one);
            }
        }

        if (_scratch.First[field.Number] >= 0) TryField(plan, field.Number);
    }

    private void TryField(FieldPlan plan, int field)
    {
        foreach (var branch in plan.Always)
        {
            if (branch.Only is not { } only) TryNew(branch);
            else if (!_scratch.HasMatched(branch.Rule) && BranchTest.Passes(only, field, _json, _scratch)) _scratch.Add(branch.Rule);
        }

        if (plan.Kinds != 0) LookUp(plan, field);
    }

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

    private void TryNew(Branch branch)
    {
        if (_scratch.HasMatched(branch.Rule)) return;

        if (HoldsAsWritten(branch)) _scratch.Add(branch.Rule);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool HoldsAsWritten(Branch branch)
    {
        if (_read != All)
        {
            foreach (var field in branch.Fields) Read(_rules.Fields![field.Field]!);
        }

        return BranchTest.Holds(branch, _json, _scratch);
    }
}
