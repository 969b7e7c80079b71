namespace Ermine.Kernel;

/// <summary>Claim, lease, attempts and dead letter: the port through which all durable work passes.</summary>
/// <remarks>Its clock is the database's. Every method that ends or changes a lease is fenced by it.</remarks>
public interface IWorkStore
{
    /// <summary>Sends messages in one transaction; they are durable when the task completes.</summary>
    Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken ct);

    /// <summary>Leases at most <paramref name="limit"/> messages that are due; none where nothing is.</summary>
    Task<Lease> ClaimAsync(string queue, int limit, TimeSpan lease, CancellationToken ct);

    /// <summary>Completes when messages may have arrived, or after <paramref name="atMost"/>: a hint, never a promise.</summary>
    Task WaitAsync(string queue, TimeSpan atMost, CancellationToken ct);

    /// <summary>Renews a lease; answers the ids that are still held.</summary>
    Task<IReadOnlyList<long>> RenewAsync(Lease lease, TimeSpan duration, CancellationToken ct);

    /// <summary>Removes messages that are done, all or none.</summary>
    /// <exception cref="LeaseLostException">At least one is no longer held; none was removed.</exception>
    Task AcknowledgeAsync(Lease lease, CancellationToken ct);

    /// <summary>Lets messages wait before their next attempt. Those no longer held are passed over.</summary>
    Task RetryAsync(Lease lease, TimeSpan after, string reason, CancellationToken ct);

    /// <summary>Moves messages to the dead letters. Those no longer held are passed over.</summary>
    Task DeadLetterAsync(Lease lease, string reason, CancellationToken ct);

    /// <summary>Hands messages back at once, without counting the attempt. Those no longer held are passed over.</summary>
    Task ReleaseAsync(Lease lease, CancellationToken ct);

    /// <summary>What every queue holds.</summary>
    Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken ct);
}
