namespace Ermine.Schedules.Expressions;

/// <summary>Cron. Both kinds of days must fit, where both are given: <c>0 0 13 * 5</c> is a Friday the 13th.</summary>
/// <remarks>When the clocks go forward, a time of day that they leave out happens when they go on. When they go back, times of day that are named
/// happen once, the first time; what repeats within the day happens both times.</remarks>
internal sealed class CronExpression(CronParts parts) : ScheduleExpression
{
    private const int Years = 100; // 29 February on a given day of the week comes within forty

    /// <summary>Whether it repeats within the day, rather than naming times of day.</summary>
    public bool Repeats => parts.Repeats;

    public override DateTime? Next(DateTime after, TimeZoneInfo zone)
    {
        var clock = new LocalTime(zone);
        var from = after.AddTicks(TimeSpan.TicksPerSecond - (after.Ticks % TimeSpan.TicksPerSecond)); // whole seconds only
        if (clock.Change(from - LocalTime.Reach, from) is { } past) return BehindChange(past, from, clock);
        if (clock.Change(from, from + LocalTime.Reach) is { } coming) return BeforeChange(coming, from, clock);
        return NextLocal(clock.Of(from)) is { } local ? clock.First(local) : null;
    }

    /// <summary>The first fitting time of day from one on, whatever clocks show it; null where there is none.</summary>
    public DateTime? NextLocal(DateTime from)
    {
        var end = from.Year + Years;
        for (var (day, time) = (from.Date, from.TimeOfDay); day.Year <= end && day.Year < DateTime.MaxValue.Year;)
        {
            if (!Has(parts.Months, day.Month)) (day, time) = (new DateTime(day.Year, day.Month, 1).AddMonths(1), TimeSpan.Zero);
            else if (IsOn(day) && TimeFrom(time) is { } found) return day + found;
            else (day, time) = (day.AddDays(1), TimeSpan.Zero);
        }

        return null;
    }

    /// <summary>In words: times of day that are named, on every day or on days of the week; single minutes and seconds of every hour. Null for all else.</summary>
    public string? Words()
    {
        const ulong everyDay = 0xFFFF_FFFE, everyMonth = 0x1FFE, everyHour = 0xFF_FFFF, all = 0xFFF_FFFF_FFFF_FFFF;
        if (parts.DaysOfMonth != everyDay || parts.Months != everyMonth || parts.IsLastOfMonth || parts.IsNearestWeekday || parts.IsLastOfKind || parts.Nth > 0) return null;

        var week = ScheduleWords.Week(parts.DaysOfWeek);
        var (hour, minute, second) = (Only(parts.Hours), Only(parts.Minutes), Only(parts.Seconds));
        return (hour, minute, second) switch
        {
            ({ } h, { } m, { } s) => $"every {week} at {ScheduleWords.Time(h, m, s)}",
            (null, { } m, 0) when parts.Hours == everyHour && week == "day" => m == 0 ? "every hour" : $"every hour, {m} minute(s) past",
            (null, null, 0) when parts.Hours == everyHour && parts.Minutes == all && week == "day" => "every minute",
            (null, null, { } s) when parts.Hours == everyHour && parts.Minutes == all && week == "day" => $"every minute, {s} second(s) past",
            (null, null, null) when parts.Hours == everyHour && parts.Minutes == all && parts.Seconds == all && week == "day" => "every second",
            _ => null,
        };
    }

    // Where clocks have gone back, some times of day are there again for a while.
    private DateTime? BehindChange(DateTime change, DateTime from, LocalTime clock)
    {
        var (before, now) = (clock.Offset(change.AddSeconds(-1)), clock.Offset(change));
        var endOfRepetition = change + (before - now);
        if (from < endOfRepetition)
        {
            if (Repeats && NextLocal(clock.Of(from)) is { } again && again < change + before) return LocalTime.Utc(again, now);
            from = endOfRepetition;
        }

        return NextLocal(clock.Of(from)) is { } local ? clock.First(local) : null;
    }

    private DateTime? BeforeChange(DateTime change, DateTime from, LocalTime clock)
    {
        var (before, then) = (clock.Offset(from), clock.Offset(change));
        var local = NextLocal(clock.Of(from));
        if (local is null || local < change + before) return local is null ? null : LocalTime.Utc(local.Value, before);
        if (then < before && Repeats && NextLocal(DateTime.SpecifyKind(change + then, DateTimeKind.Unspecified)) is { } again && again < change + before) return LocalTime.Utc(again, then);
        return clock.First(local.Value);
    }

    private bool IsOn(DateTime day)
    {
        var (days, week) = (DateTime.DaysInMonth(day.Year, day.Month), (int)day.DayOfWeek);
        if (!Has(parts.DaysOfWeek, week)) return false;
        if (parts.IsLastOfKind && day.Day + 7 <= days) return false;
        if (parts.Nth > 0 && ((day.Day - 1) / 7) + 1 != parts.Nth) return false;
        if (parts.IsLastOfMonth) return day.Day == (parts.IsNearestWeekday ? Nearest(day, days - parts.DaysBeforeLast, days) : days - parts.DaysBeforeLast);
        if (!parts.IsNearestWeekday) return Has(parts.DaysOfMonth, day.Day);

        for (var of = 1; of <= days; of++)
        {
            if (Has(parts.DaysOfMonth, of)) return day.Day == Nearest(day, of, days);
        }

        return false;
    }

    // A Saturday is moved to the Friday before, a Sunday to the Monday after, and neither out of its month.
    private static int Nearest(DateTime month, int day, int days) => day < 1 ? 0 : new DateTime(month.Year, month.Month, day).DayOfWeek switch
    {
        DayOfWeek.Saturday => day == 1 ? 3 : day - 1,
        DayOfWeek.Sunday => day == days ? day - 2 : day + 1,
        _ => day,
    };

    private TimeSpan? TimeFrom(TimeSpan from)
    {
        var (hour, minute, second) = (from.Hours, from.Minutes, from.Seconds);
        for (; hour < 24; hour++, minute = 0, second = 0)
        {
            if (!Has(parts.Hours, hour)) continue;
            for (; minute < 60; minute++, second = 0)
            {
                if (!Has(parts.Minutes, minute)) continue;
                for (; second < 60; second++)
                {
                    if (Has(parts.Seconds, second)) return new TimeSpan(hour, minute, second);
                }
            }
        }

        return null;
    }

    // The number that alone fits.
    private static int? Only(ulong bits)
    {
        if (bits == 0 || (bits & (bits - 1)) != 0) return null;
        var number = 0;
        while (bits >> number != 1) number++;
        return number;
    }

    private static bool Has(ulong bits, int number) => (bits & (1UL << number)) != 0;
}
