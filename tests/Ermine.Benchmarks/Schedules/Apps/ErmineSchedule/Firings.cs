using System.Collections.Concurrent;

namespace ErmineSchedule;

/// <summary>What this process was fired for, and when it began to run.</summary>
public sealed class Firings
{
    private readonly ConcurrentQueue<(ScheduledFiring Firing, DateTimeOffset At)> _all = [];

    public void Add(ScheduledFiring firing, DateTimeOffset at) => _all.Enqueue((firing, at));

    /// <summary>Prints a line for each: schedule, slot, milliseconds after it.</summary>
    public void Print()
    {
        foreach (var (firing, at) in _all) Console.WriteLine(FormattableString.Invariant($"{firing.Schedule} {firing.Slot.UtcTicks} {(at - firing.Slot).TotalMilliseconds:0.0}"));
    }
}
