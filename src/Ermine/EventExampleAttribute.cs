namespace Ermine;

/// <summary>
/// An event that a function with <see cref="EventRuleAttribute"/> is for, or one that it is not for. The build holds the rule to it: rule ERM306 says where
/// they disagree, and why. At run time it is nothing.
/// </summary>
/// <param name="matches">An event that the rule is to match, whole, as JSON: <c>{ "source": "shop", "detail-type": "OrderPlaced", "detail": { "total": 250 } }</c>.</param>
/// <param name="not">An event that the rule is not to match.</param>
[AttributeUsage(AttributeTargets.Method, Inherited = false, AllowMultiple = true)]
public sealed class EventExampleAttribute(string? matches = null, string? not = null) : Attribute
{
    /// <summary>An event that the rule is to match; null where none is given.</summary>
    public string? Matches { get; } = matches;

    /// <summary>An event that the rule is not to match; null where none is given.</summary>
    public string? Not { get; } = not;
}
