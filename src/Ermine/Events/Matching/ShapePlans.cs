namespace Ermine.Events.Matching;

/// <summary>The plans of one snapshot of rules, each made when the first event of its shape comes. Two threads may make one at once; either will do.</summary>
internal sealed class ShapePlans
{
    private ShapePlan?[]? _plans;

    /// <summary>The plan of a shape; null where its number has been another's.</summary>
    public ShapePlan? Of(RuleSnapshot rules, EventShape shape, ReadOnlySpan<byte> json, EventIndex index)
    {
        var plans = _plans ??= new ShapePlan?[EventShapes.Most];
        var plan = plans[shape.Number];
        if (plan is null) plans[shape.Number] = plan = ShapePlan.Of(rules, shape, json, index);
        return plan.Shape == shape ? plan : null;
    }
}
