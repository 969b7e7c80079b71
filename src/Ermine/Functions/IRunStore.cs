namespace Ermine.Functions;

/// <summary>What is kept of asynchronous runs: what a provider brings. A run is a message of its function's queue until it ends, and is then recorded by
/// the acknowledgement of that message.</summary>
public interface IRunStore
{
    /// <summary>A run; null where there is none of that id, or none any more.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="isWhole">Whether its message is wanted too.</param>
    /// <param name="ct">Cancels it.</param>
    Task<RecordedRun?> FindAsync(Guid id, bool isWhole, CancellationToken ct);

    /// <summary>Runs of a queue, the highest ids first.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="state">Only those that stand so; null for all.</param>
    /// <param name="after">Only those that come after this one; null from the first.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Cancels it.</param>
    Task<IReadOnlyList<RecordedRun>> ListAsync(string queue, RunState? state, Guid? after, int limit, CancellationToken ct);

    /// <summary>Cancels a run unless it has ended; answers whether it did. Whoever commits the run at the same time does so before, or is refused.</summary>
    Task<bool> CancelAsync(Guid id, string reason, CancellationToken ct);
}
