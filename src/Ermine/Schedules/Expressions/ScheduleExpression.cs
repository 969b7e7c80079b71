namespace Ermine.Schedules.Expressions;

/// <summary>When something happens, as it is written: cron of five or six fields, a name such as <c>@hourly</c>, <c>every 10m</c>, or one instant.</summary>
/// <remarks>The only reader of schedules: linked into the analyzers, so that a rule, the runtime and what people are shown cannot disagree.</remarks>
internal abstract class ScheduleExpression
{
    /// <summary>The expression; null where the text is none, and then the fault says why.</summary>
    public static ScheduleExpression? Parse(string text, out ScheduleFault? fault)
    {
        if (IntervalExpression.IsMeant(text)) return IntervalExpression.Parse(text, out fault);
        if (OneShotExpression.IsMeant(text)) return OneShotExpression.Parse(text, out fault);
        return CronReader.Read(text, out fault);
    }

    /// <summary>The first time after another, in UTC; null where there is none. Whole seconds.</summary>
    /// <param name="after">In UTC.</param>
    /// <param name="zone">Where the expression's times of day are meant.</param>
    public abstract DateTime? Next(DateTime after, TimeZoneInfo zone);

    /// <summary>The times from one on, one at a time.</summary>
    public IEnumerable<DateTime> From(DateTime from, TimeZoneInfo zone)
    {
        for (var next = Next(from.AddTicks(-1), zone); next is { } time; next = Next(time, zone)) yield return time;
    }

    /// <summary>The last time that is not after another; null where there is none within four years before it.</summary>
    public DateTime? Last(DateTime until, TimeZoneInfo zone)
    {
        foreach (var back in Backs)
        {
            DateTime? last = null;
            for (var next = Next(until - back, zone); next <= until; next = Next(next.Value, zone)) last = next;
            if (last is not null) return last;
        }

        return null;
    }

    // Each is looked through only where the one before held nothing, so that few times are passed on the way to the last.
    private static readonly TimeSpan[] Backs =
        [TimeSpan.FromSeconds(90), TimeSpan.FromMinutes(90), TimeSpan.FromHours(30), TimeSpan.FromDays(40), TimeSpan.FromDays(400), TimeSpan.FromDays(1_500)];
}
