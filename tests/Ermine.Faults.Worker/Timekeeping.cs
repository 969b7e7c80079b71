using Ermine.Kernel;
using Marten;

namespace Ermine.Faults.Worker;

/// <summary>Records each firing in the table <c>tick</c>, which forbids nothing: a second effect of a slot shows.</summary>
public sealed class Timekeeping
{
    private const string Effect = "insert into tick (schedule, slot, attempt) values (?, ?, ?)";

    [Function(MaxAttempts = 100, BackoffSeconds = 0.1, MaxBackoffSeconds = 0.5), Schedule(Overlap = ScheduleOverlap.Queue, Missed = ScheduleMissed.RunAll, LeaseSeconds = 2)]
    public void Tick(ScheduledFiring firing, IDocumentSession db, Invocation run) => db.QueueSqlCommand(Effect, firing.Schedule, firing.Slot, run.Attempt);
}
