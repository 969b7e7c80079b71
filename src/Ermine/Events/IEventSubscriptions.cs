namespace Ermine.Events;

/// <summary>Subscriptions that the app makes while it runs, beside those that stand in the code.</summary>
/// <remarks>Within an invocation a change joins its commit; elsewhere it is done when the task completes. Whatever is published after that is delivered
/// accordingly, by every node.</remarks>
public interface IEventSubscriptions
{
    /// <summary>Makes a subscription, or gives one another pattern.</summary>
    /// <param name="subscription">Its name: the id of the function that is to get the events, a colon, and what distinguishes it, such as <c>orders.notify:vip</c>;
    /// or the id alone for a function whose <see cref="EventRuleAttribute"/> has no pattern. At most 200 characters.</param>
    /// <param name="pattern">Which events.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="ArgumentException">The pattern is none, with the place of the fault; or no function with an event rule has that id.</exception>
    Task UpsertAsync(string subscription, string pattern, CancellationToken ct = default);

    /// <summary>Removes a subscription that the app made. Events that were published before still reach it.</summary>
    /// <exception cref="ArgumentException">It stands in the code.</exception>
    Task RemoveAsync(string subscription, CancellationToken ct = default);

    /// <summary>All subscriptions, in the order of their names.</summary>
    Task<IReadOnlyList<EventSubscription>> ListAsync(CancellationToken ct = default);
}
