using Ermine.Kernel;

namespace Ermine.Http.Idempotency;

/// <summary>Keeps the answers that belong to idempotency keys; a port that the database provider fills.</summary>
public interface IIdempotencyStore
{
    /// <summary>Takes a key for a run, or says why not: it has an answer, it is being worked on, or it came with another request.</summary>
    /// <param name="key">The key, of at most 64 bytes.</param>
    /// <param name="request">A digest of the request, of at most 64 bytes.</param>
    /// <param name="lease">How long the key is held for a node that may have died; then another request may take it.</param>
    /// <param name="ct">Cancels the question.</param>
    /// <exception cref="CommitException">The database could not be reached.</exception>
    ValueTask<IdempotencyClaim> ClaimAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> request, TimeSpan lease, CancellationToken ct);

    /// <summary>Has the answer recorded with the commit of a run, and the commit fail where the key has passed to another request.</summary>
    /// <param name="commit">The run's commit.</param>
    /// <param name="key">The key.</param>
    /// <param name="epoch">What <see cref="ClaimAsync"/> has told.</param>
    /// <param name="answer">The answer, asked for when all else of the transaction has been written, so that documents know their new versions.</param>
    /// <param name="retention">How long the answer is kept.</param>
    void Record(ICommit commit, ReadOnlyMemory<byte> key, long epoch, Func<ValueTask<StoredAnswer>> answer, TimeSpan retention);

    /// <summary>Gives back a key whose run has recorded nothing.</summary>
    /// <exception cref="CommitException">The database could not be reached.</exception>
    ValueTask ReleaseAsync(ReadOnlyMemory<byte> key, long epoch, CancellationToken ct);
}
