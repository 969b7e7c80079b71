namespace Ermine.Schedules;

/// <summary>When there is something to do.</summary>
/// <param name="Now">The database's time.</param>
/// <param name="Next">When the next schedule is due; null where none ever is.</param>
public sealed record ScheduleOutlook(DateTimeOffset Now, DateTimeOffset? Next)
{
    /// <summary>What the store counts by which it tells whether something has changed since.</summary>
    public long Mark { get; init; }
}
