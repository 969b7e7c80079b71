using Ermine.Kernel;

namespace Ermine.Schedules;

/// <summary>Where schedules are kept: a port that the database provider fills. Its clock is the database's.</summary>
public interface IScheduleStore
{
    /// <summary>The time, and when the next schedule of some functions is due.</summary>
    Task<ScheduleOutlook> LookAsync(IReadOnlyList<string> functions, CancellationToken ct);

    /// <summary>Completes when something may be due sooner than an outlook said, or after <paramref name="atMost"/> of real time: a hint, never a promise.</summary>
    Task WaitAsync(ScheduleOutlook since, TimeSpan atMost, CancellationToken ct);

    /// <summary>Fires schedules of some functions that are due, in one transaction: for each slot that has had no firing its record and its message.
    /// Other nodes pass by those that are in work here. Answers how many there were.</summary>
    /// <param name="functions">The functions.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="plan">Says what becomes of one, by the database's time; null where it is left for the next round.</param>
    /// <param name="ct">Cancels it; nothing has happened then.</param>
    Task<int> FireDueAsync(IReadOnlyList<string> functions, int limit, Func<StoredSchedule, DateTimeOffset, DueFirings?> plan, CancellationToken ct);

    /// <summary>Fires a schedule for slots that have had no firing, and changes nothing about its next; answers how many those were.</summary>
    Task<int> FireAsync(StoredSchedule schedule, IReadOnlyList<Firing> firings, CancellationToken ct);

    /// <summary>Makes or changes schedules. One whose expression, zone and jitter stay as they are keeps its next time.</summary>
    /// <param name="schedules">The schedules.</param>
    /// <param name="commit">The commit that it joins; null where it is durable when the task completes.</param>
    /// <param name="ct">Cancels it.</param>
    Task UpsertAsync(IReadOnlyList<StoredSchedule> schedules, ICommit? commit, CancellationToken ct);

    /// <summary>Removes a schedule.</summary>
    /// <inheritdoc cref="UpsertAsync"/>
    Task RemoveAsync(string name, ICommit? commit, CancellationToken ct);

    /// <summary>Pauses or resumes a schedule, with its next time.</summary>
    Task SetPausedAsync(StoredSchedule schedule, CancellationToken ct);

    /// <summary>The schedule of a name; null where there is none.</summary>
    Task<StoredSchedule?> FindAsync(string name, CancellationToken ct);

    /// <summary>All schedules, in the order of their names.</summary>
    Task<IReadOnlyList<StoredSchedule>> ListAsync(CancellationToken ct);

    /// <summary>Notes that some functions are still there, and deletes what is older than <paramref name="kept"/>: records of firings, schedules that
    /// are over, and declared ones whose function no node has had since.</summary>
    Task TidyAsync(IReadOnlyList<string> functions, TimeSpan kept, CancellationToken ct);
}
