namespace Ermine.Schedules;

/// <summary>A schedule as it is stored.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Function">The function that it runs.</param>
/// <param name="Queue">The queue that its firings go to.</param>
/// <param name="Expression">When.</param>
/// <param name="TimeZone">Where the expression's times of day are meant.</param>
public sealed record StoredSchedule(string Name, string Function, string Queue, string Expression, string TimeZone)
{
    /// <summary>What becomes of a firing while another waits or runs.</summary>
    public ScheduleOverlap Overlap { get; init; }

    /// <summary>What becomes of firings that were missed.</summary>
    public ScheduleMissed Missed { get; init; }

    /// <summary>Seconds by which each firing is late at most.</summary>
    public int JitterSeconds { get; init; }

    /// <summary>What its firings carry: JSON in UTF-8; null for nothing.</summary>
    public ReadOnlyMemory<byte>? Payload { get; init; }

    /// <summary>Whether it stands in the code.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Whether it does not fire.</summary>
    public bool IsPaused { get; init; }

    /// <summary>The next time that has had no firing; null where there is none.</summary>
    public DateTimeOffset? NextSlot { get; init; }

    /// <summary>When it is to be looked at next: that time and its jitter.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>The last time that has had its firing; null before the first.</summary>
    public DateTimeOffset? LastSlot { get; init; }
}
