namespace Ermine.Events;

/// <summary>Where published events and their replays are kept: a port that the database provider fills.</summary>
public interface IArchiveStore
{
    /// <summary>Adds a replay, unless there is one of its name; answers the one that there is.</summary>
    Task<EventReplay> AddAsync(string name, string subscription, string bus, ReplayRange range, CancellationToken ct);

    /// <summary>All replays, the newest first.</summary>
    Task<IReadOnlyList<EventReplay>> ListAsync(CancellationToken ct);

    /// <summary>Ends a replay that has not ended, whoever holds it. False where there is none.</summary>
    Task<bool> EndAsync(string name, ReplayState state, string? error, CancellationToken ct);

    /// <summary>Takes over the replay that has waited longest among those that nobody holds; null where there is none.</summary>
    Task<HeldReplay?> ClaimAsync(TimeSpan lease, CancellationToken ct);

    /// <summary>Completes when this process has asked for a replay, or after a time.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken ct);

    /// <summary>Decides from where to where a replay goes; null as long as transactions that were writing events when it was asked for have not ended.</summary>
    /// <exception cref="Kernel.LeaseLostException">It is held no longer.</exception>
    Task<HeldReplay?> SettleAsync(HeldReplay held, TimeSpan lease, CancellationToken ct);

    /// <summary>The position before the first that a range may have, and the last that it has now.</summary>
    Task<(long Position, long LastPosition)> BoundsAsync(string bus, ReplayRange range, CancellationToken ct);

    /// <summary>The next part of the archive behind a position, in its order; nothing where there is no more.</summary>
    Task<IReadOnlyList<ArchivedEvent>> ReadAsync(string bus, ReplayRange range, long position, long lastPosition, CancellationToken ct);

    /// <summary>Delivers a step and moves the replay, in one transaction. False where nothing happened because the subscriptions have changed.</summary>
    /// <exception cref="Kernel.LeaseLostException">It is held no longer, or has ended.</exception>
    Task<bool> MoveAsync(HeldReplay held, ReplayStep step, TimeSpan lease, CancellationToken ct);

    /// <summary>Hands a replay back, with what went wrong, if anything did.</summary>
    Task ReleaseAsync(HeldReplay held, TimeSpan after, string? error, CancellationToken ct);

    /// <summary>Deletes what is older: events, by their bus, and replays that have ended. Events that a replay still needs are kept.</summary>
    Task TidyAsync(Func<string, TimeSpan> eventsKept, TimeSpan replaysKept, CancellationToken ct);
}
