namespace Ermine.Events;

/// <summary>Published events as they are kept, and their replay to one subscription.</summary>
/// <remarks>A replay runs in the background, on whatever node has time for it, and goes on elsewhere where that one dies. It delivers each event that the subscription's
/// pattern of then matches exactly once, in the order of positions, as a message that says that it is of a replay.</remarks>
public interface IEventArchive
{
    /// <summary>Says what a replay would do. Nothing is delivered. Reads every event of the range, which may take long.</summary>
    /// <param name="subscription">The name of the subscription.</param>
    /// <param name="range">Which events. Default: all that are kept.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="ArgumentException">There is no such subscription, or the range is empty or ends in the future.</exception>
    Task<ReplayPlan> PlanAsync(string subscription, ReplayRange? range = null, CancellationToken ct = default);

    /// <summary>Asks for a replay. It is durable when the task completes, within an invocation too. Asking again by the same name changes nothing.</summary>
    /// <param name="name">The name of the replay; 1 to 200 characters, without slashes.</param>
    /// <param name="subscription">The name of the subscription.</param>
    /// <param name="range">Which events. Default: all that are kept.</param>
    /// <param name="ct">Cancels the wait; it may be asked for all the same.</param>
    /// <exception cref="ArgumentException">There is no such subscription, the range is empty or ends in the future, or another replay has that name.</exception>
    /// <returns>The replay, as far as it has come.</returns>
    Task<EventReplay> StartAsync(string name, string subscription, ReplayRange? range = null, CancellationToken ct = default);

    /// <summary>All replays that have not ended, and those that ended within the last 30 days, the newest first.</summary>
    Task<IReadOnlyList<EventReplay>> ListAsync(CancellationToken ct = default);

    /// <summary>Ends a replay: it delivers nothing more when the task has completed.</summary>
    /// <returns>False where it had ended, or there is none.</returns>
    Task<bool> CancelAsync(string name, CancellationToken ct = default);
}
