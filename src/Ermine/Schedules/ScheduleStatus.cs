namespace Ermine.Schedules;

/// <summary>One schedule, as an operator sees it.</summary>
/// <param name="Schedule">Its name.</param>
/// <param name="Function">The function that it runs.</param>
/// <param name="Expression">When, as it is written.</param>
/// <param name="Meaning">When, in words; the expression itself where that is as plain.</param>
/// <param name="TimeZone">Where the expression's times of day are meant.</param>
/// <param name="Overlap">What becomes of a firing while another waits or runs.</param>
/// <param name="Missed">What becomes of firings that were missed.</param>
/// <param name="IsDeclared">Whether it stands in the code, rather than having been made by the app.</param>
/// <param name="IsPaused">Whether it does not fire.</param>
/// <param name="Last">The time of its last firing; null before the first.</param>
/// <param name="Next">The times of its next firings, at most five, jitter aside; none where it is paused or over.</param>
public sealed record ScheduleStatus(
    string Schedule, string Function, string Expression, string Meaning, string TimeZone, ScheduleOverlap Overlap, ScheduleMissed Missed, bool IsDeclared, bool IsPaused,
    DateTimeOffset? Last, IReadOnlyList<DateTimeOffset> Next);
