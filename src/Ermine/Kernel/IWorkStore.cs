namespace Ermine.Kernel;

/// <summary>Claim, lease, attempts and dead letter: the port through which all durable work passes.</summary>
/// <remarks>Its clock is the database's. Every method that ends or changes a lease is fenced by it.</remarks>
public interface IWorkStore
{
    /// <summary>Sends messages in one transaction; they are durable when the task completes. Sends that wait at the same time may share one.</summary>
    /// <remarks>Cancelling ends the wait; a send that is under way by then may still happen.</remarks>
    Task SendAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken ct);

    /// <summary>Leases messages that are due; none where nothing is.</summary>
    Task<Lease> ClaimAsync(WorkClaim claim, CancellationToken ct);

    /// <summary>Completes when messages may have arrived since the last claim, or after <paramref name="atMost"/>: a hint, never a promise.</summary>
    /// <param name="claim">What waits. Messages that this process sends meanwhile may be given to it at once, leased as they are recorded, which spares their claim; none where its limit is 0.</param>
    /// <param name="atMost">How long it waits, of real time.</param>
    /// <param name="ct">Cancels the wait; what was given by then is still answered.</param>
    /// <returns>What it was given; without messages where it is to claim.</returns>
    Task<Lease> WaitAsync(WorkClaim claim, TimeSpan atMost, CancellationToken ct);

    /// <summary>Renews a lease; answers the ids that are still held.</summary>
    Task<IReadOnlyList<long>> RenewAsync(Lease lease, TimeSpan duration, CancellationToken ct);

    /// <summary>Removes messages that are done and had no effects, as far as they are still held; answers the ids of those.</summary>
    Task<IReadOnlyList<long>> AcknowledgeAsync(Lease lease, CancellationToken ct);

    /// <summary>Lets messages wait before their next attempt; an ordered one in its place, so that its group waits too. Those no longer held are passed over.</summary>
    Task RetryAsync(Lease lease, TimeSpan after, string reason, bool isCounted, CancellationToken ct);

    /// <summary>Moves messages to the dead letters. Those no longer held are passed over.</summary>
    Task DeadLetterAsync(Lease lease, Failure failure, CancellationToken ct);

    /// <summary>Moves messages to the dead letters and sends another in the same transaction, or does neither.</summary>
    /// <exception cref="LeaseLostException">They are no longer held, and nothing was done.</exception>
    Task DeadLetterAsync(Lease lease, Failure failure, OutgoingMessage next, CancellationToken ct);

    /// <summary>Hands messages back at once, without counting the attempt. Those no longer held are passed over.</summary>
    Task ReleaseAsync(Lease lease, CancellationToken ct);

    /// <summary>Takes tokens of a rate that holds over all nodes; where fewer than none are wanted, so many are given back.</summary>
    Task<RateGrant> TakeAsync(string name, Rate rate, int wanted, CancellationToken ct);

    /// <summary>What every queue holds.</summary>
    Task<IReadOnlyList<QueueDepth>> DepthsAsync(CancellationToken ct);
}
