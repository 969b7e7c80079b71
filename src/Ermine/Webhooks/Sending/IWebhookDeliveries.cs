namespace Ermine.Webhooks.Sending;

/// <summary>What was sent to destinations, for <c>Ermine:Webhooks:KeepDays</c> (default 7), and how it is sent again.</summary>
/// <exception cref="ArgumentException">There is no such destination or delivery, or a filter is out of range.</exception>
public interface IWebhookDeliveries
{
    /// <summary>Attempts, the latest first.</summary>
    Task<IReadOnlyList<WebhookDelivery>> ListAsync(string destination, WebhookDeliveryFilter? filter = null, CancellationToken ct = default);

    /// <summary>Sends the event of a delivery again, whether it had failed or not, under the same <c>webhook-id</c>.</summary>
    /// <exception cref="ArgumentException">There is no such delivery, or its event is kept no longer.</exception>
    Task ReplayAsync(string destination, long delivery, CancellationToken ct = default);

    /// <summary>Sends again what was given up since a time; answers how much that was.</summary>
    Task<int> ReplayFailedAsync(string destination, DateTimeOffset since, CancellationToken ct = default);
}
