namespace Ermine.Kernel;

/// <summary>What one invocation makes durable, together and once: what it sent, its documents, and its acknowledgement.</summary>
public interface ICommit : IAsyncDisposable
{
    /// <summary>Adds a message that is sent if, and only if, the invocation succeeds.</summary>
    /// <exception cref="InvalidOperationException">The invocation has ended.</exception>
    void Send(OutgoingMessage message);

    /// <summary>Makes everything durable in one transaction, with the removal of the messages that the invocation was given.</summary>
    /// <param name="acknowledged">The work that is done by this; null where nothing was leased.</param>
    /// <param name="ct">Not the stopping token: a finished outcome is recorded even while stopping.</param>
    /// <exception cref="CommitException">Nothing was recorded, or, if it says so, it is not known whether it was.</exception>
    ValueTask CommitAsync(Lease? acknowledged, CancellationToken ct);
}
