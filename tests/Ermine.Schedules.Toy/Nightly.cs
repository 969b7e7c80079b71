namespace Ermine.Schedules.Toy;

/// <summary>Schedules that stand in the code.</summary>
public sealed class Nightly(Logbook book)
{
    [Function, Schedule("0 3 * * *", TimeZone = "Europe/Berlin", Overlap = ScheduleOverlap.Queue, Missed = ScheduleMissed.RunAll)]
    public void Report(ScheduledFiring firing) => book.Add(firing);

    [Function, Schedule("30 4 * * *", Missed = ScheduleMissed.Skip)]
    public void Sweep() => book.AddPlain();
}
