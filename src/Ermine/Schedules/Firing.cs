namespace Ermine.Schedules;

/// <summary>One firing, to be recorded and sent.</summary>
/// <param name="Slot">The time that it is for.</param>
/// <param name="Reason">Why it happens.</param>
/// <param name="Overlap">What becomes of it while another of the schedule waits or runs.</param>
/// <param name="Body">The message: JSON in UTF-8.</param>
public sealed record Firing(DateTimeOffset Slot, FiringReason Reason, ScheduleOverlap Overlap, ReadOnlyMemory<byte> Body)
{
    /// <summary>Whether it is left out: its slot is recorded, and nothing sent.</summary>
    public bool IsDropped { get; init; }
}
