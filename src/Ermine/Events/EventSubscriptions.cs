using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>Subscriptions as seen from one scope: within an invocation what is made and removed joins its commit.</summary>
internal sealed class EventSubscriptions(InvocationScope scope, ISubscriptionStore store, FunctionCatalog catalog) : IEventSubscriptions
{
    private const int LongestName = 200;

    public Task UpsertAsync(string subscription, string pattern, CancellationToken ct = default) =>
        store.UpsertAsync([Own(subscription).Subscription(subscription, pattern, static text => new ArgumentException(text))], scope.Current?.Commit, ct);

    public Task RemoveAsync(string subscription, CancellationToken ct = default)
    {
        Own(subscription);
        return store.RemoveAsync(subscription, scope.Current?.Commit, ct);
    }

    public async Task<IReadOnlyList<EventSubscription>> ListAsync(CancellationToken ct = default) =>
        [.. (await store.LoadAsync(ct)).Subscriptions.Select(s => new EventSubscription(s.Name, EventFunctions.FunctionOf(s.Name), s.Bus, s.Pattern, s.Queue, s.IsDeclared))];

    // What stands in the code is changed there.
    private FunctionDescriptor<EventRuleAttribute> Own(string subscription)
    {
        var id = EventFunctions.FunctionOf(subscription);
        var function = catalog.Subscribers().FirstOrDefault(f => f.Id == id) ?? throw new ArgumentException(
            $"Subscription '{subscription}' names no function: before the colon stands the id of one with [EventRule]; there are {string.Join(", ", catalog.Subscribers().Select(f => f.Id).Order(StringComparer.Ordinal))}.", nameof(subscription));
        if (subscription.Length > LongestName) throw new ArgumentException($"The name of a subscription has at most {LongestName} characters, and this one has {subscription.Length}.", nameof(subscription));
        if (subscription == id && function.Trigger.Pattern is not null) throw new ArgumentException($"Subscription '{subscription}' stands in the code, and is changed there; name another '{subscription}:...'.", nameof(subscription));
        return function;
    }
}
