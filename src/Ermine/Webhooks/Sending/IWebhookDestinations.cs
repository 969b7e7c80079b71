namespace Ermine.Webhooks.Sending;

/// <summary>Destinations that the app makes while it runs, beside those that stand in configuration.</summary>
/// <remarks>Within an invocation a change joins its commit; elsewhere it is done when the task completes. Whatever is published after that is delivered
/// accordingly, and every node learns of it within seconds. A destination has a queue of its own, so they are for tens or hundreds of receivers.</remarks>
/// <exception cref="ArgumentException">There is no such destination.</exception>
public interface IWebhookDestinations
{
    /// <summary>Makes a destination, or changes one; one that is disabled stays so.</summary>
    /// <exception cref="ArgumentException">Something of it cannot be, as the message says; or it stands in configuration.</exception>
    Task UpsertAsync(WebhookDestination destination, CancellationToken ct = default);

    /// <summary>Removes a destination that the app made, with what waits for it.</summary>
    /// <exception cref="ArgumentException">There is none, or it stands in configuration.</exception>
    Task RemoveAsync(string destination, CancellationToken ct = default);

    /// <summary>Sends again to a destination that was disabled, first what still waits. What was published meanwhile is not sent.</summary>
    Task EnableAsync(string destination, CancellationToken ct = default);

    /// <summary>Sends no more to a destination: what waits is kept, what is published from now on is not for it.</summary>
    Task DisableAsync(string destination, string reason, CancellationToken ct = default);

    /// <summary>Gives a destination a new secret; for 24 hours deliveries are signed by the former one as well.</summary>
    /// <returns>The new secret.</returns>
    /// <exception cref="ArgumentException">There is no such destination, or its secret stands in configuration.</exception>
    Task<string> RotateSecretAsync(string destination, CancellationToken ct = default);

    /// <summary>The secrets by which deliveries to a destination are signed now, to be given to who receives them.</summary>
    Task<IReadOnlyList<string>> SecretsAsync(string destination, CancellationToken ct = default);

    /// <summary>Sends a destination an event <c>webhook.ping</c>, as any other event would be.</summary>
    /// <returns>The event's id.</returns>
    Task<string> PingAsync(string destination, CancellationToken ct = default);

    /// <summary>All destinations, in the order of their names, without their secrets.</summary>
    Task<IReadOnlyList<WebhookDestinationStatus>> ListAsync(CancellationToken ct = default);
}
