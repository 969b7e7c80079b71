namespace Ermine.Events;

/// <summary>All subscriptions at one moment.</summary>
/// <param name="Version">Which moment: raised with each change.</param>
/// <param name="Subscriptions">The subscriptions.</param>
public sealed record StoredSubscriptions(long Version, IReadOnlyList<StoredSubscription> Subscriptions);
