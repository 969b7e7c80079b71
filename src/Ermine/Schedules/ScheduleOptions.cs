namespace Ermine.Schedules;

/// <summary>What a schedule that the app makes itself asks for. Default: what its function's <see cref="ScheduleAttribute"/> says.</summary>
public sealed record ScheduleOptions
{
    /// <summary>The IANA zone that the expression's times of day are meant in.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What becomes of a firing while one of the same schedule waits or runs.</summary>
    public ScheduleOverlap? Overlap { get; init; }

    /// <summary>What becomes of firings that were missed while no node was there.</summary>
    public ScheduleMissed? Missed { get; init; }

    /// <summary>Seconds by which each firing is late at most; from 0 to 3,600.</summary>
    public int? JitterSeconds { get; init; }
}
