using Ermine.Kernel;

namespace Ermine.Events;

/// <summary>Where subscriptions are kept: a port that the database provider fills.</summary>
public interface ISubscriptionStore
{
    /// <summary>All subscriptions.</summary>
    Task<StoredSubscriptions> LoadAsync(CancellationToken ct);

    /// <summary>Makes or changes subscriptions; what is as it was changes nothing. Whatever is published after this is delivered by them.</summary>
    /// <param name="subscriptions">The subscriptions.</param>
    /// <param name="commit">The commit that it joins; null where it is done when the task completes.</param>
    /// <param name="ct">Cancels it.</param>
    Task UpsertAsync(IReadOnlyList<StoredSubscription> subscriptions, ICommit? commit, CancellationToken ct);

    /// <summary>Removes a subscription. What is published after this is not delivered by it; what was published before still is.</summary>
    /// <inheritdoc cref="UpsertAsync"/>
    Task RemoveAsync(string name, ICommit? commit, CancellationToken ct);

    /// <summary>Notes that some subscriptions are still declared, and deletes those that no node has declared for so long, and keys whose time is over.</summary>
    Task TidyAsync(IReadOnlyList<string> declared, TimeSpan kept, CancellationToken ct);
}
