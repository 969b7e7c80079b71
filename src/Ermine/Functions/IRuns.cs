using Ermine.Kernel;

namespace Ermine.Functions;

/// <summary>Asynchronous runs of functions on demand: asked for by id, found again by theirs.</summary>
/// <remarks>Resolved from an invocation's scope, a run that is asked for joins its commit: it is made if, and only if, the invocation succeeds.
/// Elsewhere it is durable when the task completes. A run that has ended is kept for <c>Ermine:Runs:KeptDays</c> (default 7), one that failed for
/// as long as dead letters are.</remarks>
public interface IRuns
{
    /// <summary>Asks for a run; answers its id.</summary>
    /// <param name="function">The function's id.</param>
    /// <param name="arguments">A JSON object of its arguments, in UTF-8, at most 256 KiB.</param>
    /// <param name="options">What it asks for. Default: nothing.</param>
    /// <param name="ct">Cancels the wait; a run may have been asked for by then.</param>
    /// <exception cref="ArgumentException">There is no such function on demand, or an option is out of its range.</exception>
    /// <exception cref="PayloadException">The arguments are too large.</exception>
    Task<Guid> StartAsync(string function, ReadOnlyMemory<byte> arguments, RunOptions? options = null, CancellationToken ct = default);

    /// <summary>How a run stands; null where there is none of that id, or none any more.</summary>
    Task<RunStatus?> GetAsync(Guid id, CancellationToken ct = default);

    /// <summary>What a run answered.</summary>
    /// <exception cref="InvalidOperationException">It is not done; the message says how it stands.</exception>
    /// <exception cref="PayloadException">It answered no <typeparamref name="T"/>.</exception>
    Task<T> ResultAsync<T>(Guid id, CancellationToken ct = default);

    /// <summary>Waits until a run has ended, at most for a time; answers how it stands then. Null where there is none of that id.</summary>
    /// <param name="id">The run.</param>
    /// <param name="timeout">How long at most, in real time.</param>
    /// <param name="ct">Ends the wait, not the run.</param>
    Task<RunStatus?> WaitAsync(Guid id, TimeSpan timeout, CancellationToken ct = default);

    /// <summary>Cancels a run that waits or runs; answers whether it did. One that has ended stays as it is. One that runs is told within a third of its
    /// lease, and nothing of it is recorded any more: a run is done or cancelled, never both.</summary>
    Task<bool> CancelAsync(Guid id, CancellationToken ct = default);

    /// <summary>Makes a new run with the arguments of an earlier one, however that stands; answers the new id. Null where there is none of that id.</summary>
    Task<Guid?> RerunAsync(Guid id, CancellationToken ct = default);

    /// <summary>The runs of a function, the newest first, without their results.</summary>
    /// <param name="function">The function's id.</param>
    /// <param name="state">Only those that stand so. Default: all.</param>
    /// <param name="after">For the next page, the last id of this one.</param>
    /// <param name="limit">How many at most. Default 100; from 1 to 1,000.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="ArgumentException">There is no such function on demand, or the limit is out of its range.</exception>
    Task<IReadOnlyList<RunStatus>> ListAsync(string function, RunState? state = null, Guid? after = null, int limit = 100, CancellationToken ct = default);
}
