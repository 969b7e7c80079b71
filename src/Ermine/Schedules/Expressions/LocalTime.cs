namespace Ermine.Schedules.Expressions;

/// <summary>Goes between UTC and the times of day of a zone, by nothing but the zone's offset at an instant, so that changes of every kind are alike.</summary>
internal readonly struct LocalTime(TimeZoneInfo zone)
{
    /// <summary>Further from a change of the clocks than this, no time of day is left out or repeated by it.</summary>
    public static readonly TimeSpan Reach = TimeSpan.FromHours(24);

    public TimeSpan Offset(DateTime utc) => zone.GetUtcOffset(utc);

    /// <summary>The time of day that clocks show.</summary>
    public DateTime Of(DateTime utc) => DateTime.SpecifyKind(utc + Offset(utc), DateTimeKind.Unspecified);

    /// <summary>When clocks first show a time of day; where they leave it out, when they go on behind it.</summary>
    public DateTime First(DateTime local)
    {
        var about = Utc(local, TimeSpan.Zero);
        var (before, after) = (Offset(about - Reach), Offset(about + Reach));
        if (before == after || Offset(Utc(local, before)) == before) return Utc(local, before);
        return Offset(Utc(local, after)) == after ? Utc(local, after) : Change(Utc(local, after) - Reach, Utc(local, before) + Reach)!.Value;
    }

    /// <summary>The instant between two from which the clocks are another distance from UTC, to the second; null where there is none.</summary>
    public DateTime? Change(DateTime from, DateTime to)
    {
        var offset = Offset(from);
        if (Offset(to) == offset) return null;

        while (to - from > TimeSpan.FromSeconds(1))
        {
            var middle = from.AddSeconds(Math.Floor((to - from).TotalSeconds / 2));
            if (Offset(middle) == offset) from = middle;
            else to = middle;
        }

        return to;
    }

    public static DateTime Utc(DateTime local, TimeSpan offset) => DateTime.SpecifyKind(local - offset, DateTimeKind.Utc);
}
