using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>Which functions of an app get events, and on which queues those travel.</summary>
internal static class EventFunctions
{
    /// <summary>What the names of their queues begin with.</summary>
    public const string Kind = "event";

    /// <summary>The functions that get events, with those that this node does not run.</summary>
    public static IEnumerable<FunctionDescriptor<EventRuleAttribute>> Subscribers(this FunctionCatalog catalog) => catalog.Declared.OfType<FunctionDescriptor<EventRuleAttribute>>();

    /// <summary>The queue of a function's events: <c>ordering.thank</c> has <c>event-ordering-thank</c>.</summary>
    public static string QueueOf(string function) => FunctionQueue.Of(Kind, function);

    /// <summary>The function of a subscription of this name: what stands before the colon.</summary>
    public static string FunctionOf(string subscription) => subscription.Split(':', 2)[0];

    /// <summary>The subscriptions that stand in the code.</summary>
    /// <exception cref="ErmineStartupException">A pattern is none, or a bus is called as none may be.</exception>
    public static IReadOnlyList<StoredSubscription> DeclaredSubscriptions(this FunctionCatalog catalog) =>
        [.. catalog.Subscribers().Where(Checked).Where(f => f.Trigger.Pattern is not null).Select(f => f.Subscription(f.Id, f.Trigger.Pattern!, static text => new ErmineStartupException(text)) with { IsDeclared = true })];

    /// <summary>A subscription of a function.</summary>
    /// <param name="function">The function.</param>
    /// <param name="name">Its name.</param>
    /// <param name="pattern">Which events.</param>
    /// <param name="refuse">Makes the exception for what cannot be.</param>
    public static StoredSubscription Subscription(this FunctionDescriptor<EventRuleAttribute> function, string name, string pattern, Func<string, Exception> refuse)
    {
        if (!EventPattern.TryParse(pattern, out _, out var error)) throw refuse($"Subscription '{name}' has a pattern that is none, at character {error.Offset}: {error.Message}");
        if (BusName.FaultOf(function.Trigger.Bus) is { } fault) throw refuse($"Subscription '{name}': {fault}");
        return new StoredSubscription(name, function.Trigger.Bus, QueueOf(function.Id), pattern)
        {
            Template = function.Trigger.Template,
            Input = function.Trigger.Input ?? (function.Contract is EventAttribute ? "detail" : ""),
            GroupKey = function.Trigger.GroupKey,
        };
    }

    // A template also holds for the subscriptions that the app makes of the function.
    private static bool Checked(FunctionDescriptor<EventRuleAttribute> function)
    {
        if (function.Trigger.Template is not { } template) return true;
        if (EventTemplate.FaultOf(template) is { } fault) throw new ErmineStartupException($"The function '{function.Id}' has a template that is none, at character {fault.Offset}: {fault.Message}");
        return function.Trigger.Input is null ? true : throw new ErmineStartupException($"The function '{function.Id}' has both {nameof(EventRuleAttribute.Input)} and {nameof(EventRuleAttribute.Template)}, of which either says what it is handed.");
    }
}
