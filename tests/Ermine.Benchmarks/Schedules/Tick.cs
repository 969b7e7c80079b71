namespace Ermine.Benchmarks.Schedules;

/// <summary>One firing that ran.</summary>
/// <param name="Schedule">The schedule.</param>
/// <param name="Slot">The time that it was for, in ticks.</param>
/// <param name="LateMilliseconds">How long after it the function began to run.</param>
internal readonly record struct Tick(string Schedule, long Slot, double LateMilliseconds);
