namespace Ermine;

/// <summary>Runs the function for each event of a type for which a predicate holds: <c>[EventRule&lt;OrderPlaced&gt;(nameof(IsBig))]</c>.</summary>
/// <typeparam name="TEvent">The type of the event's detail, which has <see cref="EventAttribute"/>.</typeparam>
/// <param name="predicate">The name of a method of the function's class: <c>static bool IsBig(OrderPlaced o) =&gt; o.Total &gt; 100;</c>. It is not called: the
/// compiler makes an event pattern of it, and rule ERM305 says what cannot become one.</param>
public sealed class EventRuleAttribute<TEvent>(string predicate) : EventRuleAttribute
{
    /// <summary>The name of the method.</summary>
    public string Predicate { get; } = predicate;
}
