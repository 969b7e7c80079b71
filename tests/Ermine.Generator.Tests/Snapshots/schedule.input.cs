// Functions on schedules: firings with and without a payload, and none.
namespace Shop;

public sealed record Reminder(string Text);

public sealed class Nightly
{
    [Function, Schedule("0 3 * * *", TimeZone = "Europe/Berlin", Missed = ScheduleMissed.RunOnce)]
    public void Close() { }

    [Function, Schedule("*/15 9-17 * * MON-FRI", Overlap = ScheduleOverlap.CancelOther)]
    public Task Refresh(ScheduledFiring firing, CancellationToken ct) => Task.CompletedTask;

    [Function, Schedule]
    public Task Remind(ScheduledFiring<Reminder> firing, CancellationToken ct) => Task.CompletedTask;
}
