namespace Ermine.Schedules;

/// <summary>Schedules that the app makes itself, one for each of its things that has a time, and what an operator does with schedules of every kind.</summary>
/// <remarks>A schedule's name begins with the id of its function; after a colon comes what tells it from others: <c>voting.close:7f3a</c>. One that
/// stands in the code has the function's id alone. Within an invocation, making and removing join its commit: they happen if, and only if, the
/// invocation succeeds. All else is durable when its task completes. Resolve it from a scope.</remarks>
/// <exception cref="ArgumentException">There is no such schedule or function, or an expression, a zone or an option is not right; the message says what.</exception>
public interface ISchedules
{
    /// <summary>Makes a schedule, or changes the one of that name. One whose times stay as they are keeps its place in them.</summary>
    /// <param name="schedule">Its name: <c>function:name</c>, at most 200 characters; the id alone for a function whose <see cref="ScheduleAttribute"/> has no expression.</param>
    /// <param name="expression">When; see <see cref="ScheduleAttribute"/>.</param>
    /// <param name="payload">What its firings carry; the function takes them as a <see cref="ScheduledFiring{T}"/> of this type.</param>
    /// <param name="options">What else it asks for. Default: as the function's attribute says.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="Kernel.PayloadException">The payload cannot be serialised or is too large.</exception>
    Task UpsertAsync<T>(string schedule, string expression, T payload, ScheduleOptions? options = null, CancellationToken ct = default);

    /// <summary>Removes a schedule that the app made; false where there is none. What has fired by then still runs.</summary>
    Task<bool> RemoveAsync(string schedule, CancellationToken ct = default);

    /// <summary>Lets a schedule fire no more, on any node, until it is resumed. What has fired by then still runs.</summary>
    Task PauseAsync(string schedule, CancellationToken ct = default);

    /// <summary>Lets a schedule fire again, from now on: times in between are left out, and can be made up for by <see cref="BackfillAsync"/>.</summary>
    Task ResumeAsync(string schedule, CancellationToken ct = default);

    /// <summary>Fires once, now, whether it is paused or not, and changes nothing about its times. While others wait or run it waits its turn.</summary>
    Task RunNowAsync(string schedule, CancellationToken ct = default);

    /// <summary>Fires for each time in the past that has not had its firing, in their order; answers how many there were.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="from">The first time that counts.</param>
    /// <param name="to">The first time that counts no more. Now by the database's clock, where it is up to a minute later than that.</param>
    /// <param name="ct">Cancels the wait.</param>
    /// <exception cref="ArgumentException">It is more than a minute later than now, or there are more than 10,000 times in between.</exception>
    Task<int> BackfillAsync(string schedule, DateTimeOffset from, DateTimeOffset to, CancellationToken ct = default);

    /// <summary>All schedules, in the order of their names.</summary>
    Task<IReadOnlyList<ScheduleStatus>> ListAsync(CancellationToken ct = default);
}
