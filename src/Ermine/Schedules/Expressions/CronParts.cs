namespace Ermine.Schedules.Expressions;

/// <summary>What the fields of a cron expression say: a bit for each number that fits.</summary>
internal sealed class CronParts
{
    public ulong Seconds { get; set; }

    public ulong Minutes { get; set; }

    public ulong Hours { get; set; }

    public ulong DaysOfMonth { get; set; }

    public ulong Months { get; set; }

    public ulong DaysOfWeek { get; set; }

    /// <summary><c>L</c>: the last day of the month.</summary>
    public bool IsLastOfMonth { get; set; }

    /// <summary><c>L-3</c>: so many days before it.</summary>
    public int DaysBeforeLast { get; set; }

    /// <summary><c>W</c>: the weekday nearest to that day, in the same month.</summary>
    public bool IsNearestWeekday { get; set; }

    /// <summary><c>FRIL</c>: the last of that day of the week in the month.</summary>
    public bool IsLastOfKind { get; set; }

    /// <summary><c>FRI#2</c>: which of that day of the week in the month; 0 for all.</summary>
    public int Nth { get; set; }

    /// <summary>Whether it repeats within the day (a star, a range or a step in second, minute or hour), rather than naming times of day.</summary>
    public bool Repeats { get; set; }
}
