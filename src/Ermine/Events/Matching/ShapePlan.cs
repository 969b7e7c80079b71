using System.Runtime.CompilerServices;

namespace Ermine.Events.Matching;

/// <summary>
/// What a set of rules asks of the events of one shape. Where the fields stand, and which are absent, is known from the shape, so nothing is looked for:
/// values are tested one after the other.
/// </summary>
/// <param name="shape">The shape.</param>
/// <param name="certain">The rules that each of its events matches.</param>
/// <param name="steps">What the others ask, branch after branch; null where events of the shape are not to be matched by such steps.</param>
internal sealed class ShapePlan(EventShape shape, RuleEntry[] certain, ShapeStep[]? steps)
{
    /// <summary>With more steps than this it is not the looking for fields that takes the time.</summary>
    private const int MostSteps = 128;

    private readonly RuleEntry[] _certain = certain;
    private readonly ShapeStep[]? _steps = steps;

    public EventShape Shape { get; } = shape;

    /// <summary>Makes the plan, from any event of the shape.</summary>
    public static ShapePlan Of(RuleSnapshot rules, EventShape shape, ReadOnlySpan<byte> json, EventIndex index)
    {
        var none = new ShapePlan(shape, [], null);
        if (rules.Fields is null || rules.Plans.Any(p => p.Kinds != 0)) return none;

        var finder = new FieldFinder(json, index);
        var places = new int[rules.Fields.Length];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = rules.Fields[i] is { } field ? finder.Find(field) : -1;
            if (places[i] >= 0 && finder.IsInElement(places[i])) return none;
        }

        var (certain, steps) = (new HashSet<RuleEntry>(), new List<ShapeStep>());
        foreach (var branch in rules.Always.Concat(rules.Plans.SelectMany(p => p.Always)))
        {
            if (branch.Tested.Any(t => places[t.Field] < 0 && !t.Test.AllowsAbsence)) continue;

            var asked = branch.Tested.Where(t => places[t.Field] >= 0).ToArray();
            var next = steps.Count + asked.Length;
            if (asked.Length == 0) certain.Add(branch.Rule);
            else if (next > MostSteps) return none;
            steps.AddRange(asked.Select((t, i) => new ShapeStep(places[t.Field], t.Test, i == asked.Length - 1 ? branch.Rule : null, next)));
        }

        return new ShapePlan(shape, [.. certain], [.. steps]);
    }

    /// <summary>Adds the rules that an event matches; false where it has to be matched otherwise, after some may have been added.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryMatch(ReadOnlySpan<byte> json, ReadOnlySpan<EventMember> members, MatchScratch scratch)
    {
        if (_steps is not { } steps) return false;

        if (_certain.Length > 0) scratch.Add(_certain);
        for (var i = 0; i < steps.Length;)
        {
            ref readonly var step = ref steps[i];
            ref readonly var member = ref members[step.Member];
            bool passes;
            if (member.Kind != ValueKind.Unread) passes = step.Test.Matches(member.Kind, json[member.ValueStart..member.ValueEnd]);
            else if (Passes(step.Test, json, member.ValueStart) is { } known) passes = known;
            else return false;

            i = passes ? i + 1 : step.Else;
            if (passes && step.Rule is { } rule && !scratch.HasMatched(rule)) scratch.Add(rule);
        }

        return true;
    }

    // Whether an object, which is no value, or a value of an array passes; null where it is to be read first.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool? Passes(FieldTest test, ReadOnlySpan<byte> json, int start)
    {
        if (json[start] == (byte)'{') return test.AllowsAbsence;
        if (json[start] != (byte)'[') return null;

        var (isEmpty, passes) = (true, false);
        var elements = new PlainElements(json, start);
        while (elements.MoveNext())
        {
            isEmpty = false;
            passes = passes || test.Matches(elements.Kind, elements.Text);
        }

        return !elements.IsWhole ? null : isEmpty ? test.AllowsAbsence : passes;
    }
}
