using Ermine.Kernel;

namespace Ermine.Webhooks.Sending;

/// <summary>Where destinations and deliveries are kept: a port that the database provider fills. A change of a destination is one of its subscription to the bus too.</summary>
/// <remarks>Where a change takes a commit it joins that, and is done with it; without one it is done when the task completes.</remarks>
public interface IWebhookStore
{
    /// <summary>All destinations.</summary>
    Task<StoredDestinations> LoadAsync(CancellationToken ct);

    /// <summary>Which moment of the destinations is the present one.</summary>
    Task<long> VersionAsync(CancellationToken ct);

    /// <summary>Makes or changes a destination, and makes its queue; what is as it was changes nothing.</summary>
    /// <param name="destination">The destination.</param>
    /// <param name="isDeclared">Whether it stands in configuration.</param>
    /// <param name="newSecret">Its secret, where it names none and has none.</param>
    /// <param name="commit">The commit that it joins; null where it joins none.</param>
    /// <param name="ct">Cancels it.</param>
    Task UpsertAsync(WebhookDestination destination, bool isDeclared, string newSecret, ICommit? commit, CancellationToken ct);

    /// <summary>Removes a destination.</summary>
    Task RemoveAsync(string name, ICommit? commit, CancellationToken ct);

    /// <summary>Sends again to a destination, or no more; one that is so already stays as it is.</summary>
    /// <param name="name">The destination.</param>
    /// <param name="disabled">Why nothing is to be sent; null where it is.</param>
    /// <param name="commit">The commit that it joins; null where it joins none.</param>
    /// <param name="ct">Cancels it.</param>
    Task SwitchAsync(string name, string? disabled, ICommit? commit, CancellationToken ct);

    /// <summary>Gives a destination a new secret; the former one signs too for some time.</summary>
    Task RotateAsync(string name, string secret, TimeSpan formerKept, ICommit? commit, CancellationToken ct);

    /// <summary>Records an attempt.</summary>
    Task RecordAsync(WebhookDelivery delivery, CancellationToken ct);

    /// <summary>Attempts, the latest first.</summary>
    Task<IReadOnlyList<WebhookDelivery>> ListAsync(string destination, WebhookDeliveryFilter filter, CancellationToken ct);

    /// <summary>Events of the archive that were published about then and may have that id.</summary>
    Task<IReadOnlyList<ReadOnlyMemory<byte>>> ArchivedAsync(string bus, string eventId, DateTimeOffset publishedAt, CancellationToken ct);

    /// <summary>Sends dead letters again: the one of a number, or those given up since a time; answers how many.</summary>
    Task<int> RedriveAsync(string queue, long? message, DateTimeOffset? since, CancellationToken ct);

    /// <summary>Notes that some destinations still stand in configuration, and deletes what is old: deliveries, and destinations that were removed or that no node has declared.</summary>
    Task TidyAsync(IReadOnlyList<string> declared, TimeSpan deliveriesKept, TimeSpan destinationsKept, CancellationToken ct);
}
