using System.Security.Cryptography;
using System.Text;
using Ermine.Schedules.Expressions;

namespace Ermine.Schedules;

/// <summary>Decides what is fired of a schedule that is due, by nothing but the schedule and the database's time.</summary>
internal static class SchedulePlanner
{
    /// <summary>What is found later than this was missed.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan WaitForBetter = TimeSpan.FromMinutes(1);

    /// <summary>What becomes of a schedule.</summary>
    /// <param name="schedule">The schedule, which has a next time.</param>
    /// <param name="now">The database's time.</param>
    /// <param name="most">How many firings at most; what is left comes at the next look.</param>
    public static DueFirings Plan(StoredSchedule schedule, DateTimeOffset now, int most)
    {
        // A newer build may have stored what this one cannot read: a node that can will fire it.
        if (ScheduleExpression.Parse(schedule.Expression, out _) is not { } expression || ScheduleZones.Find(schedule.TimeZone) is not { } zone)
            return new DueFirings([], schedule.NextSlot, now + WaitForBetter);

        var firings = new List<Firing>();
        var missed = now.UtcDateTime - Grace - TimeSpan.FromSeconds(schedule.JitterSeconds); // what is before this
        DateTime? slot = schedule.NextSlot!.Value.UtcDateTime;
        DateTime? once = null;
        if (slot < missed && schedule.Missed != ScheduleMissed.RunAll)
        {
            if (schedule.Missed == ScheduleMissed.RunOnce) once = expression.Last(missed.AddTicks(-1), zone) is { } last && last > slot ? last : slot;
            slot = expression.Next(missed.AddTicks(-1), zone);
        }

        for (; slot is { } time && time + Jitter(schedule, time) <= now.UtcDateTime && firings.Count < most; slot = expression.Next(time, zone))
            firings.Add(Of(schedule, time, now, time < missed ? FiringReason.Missed : FiringReason.Due));

        if (once is { } late && firings.Count == 0) firings.Add(Of(schedule, late, now, FiringReason.Missed));
        return new DueFirings(Together(firings), Offset(slot), Offset(slot + (slot is { } next ? Jitter(schedule, next) : null)));
    }

    /// <summary>The schedule with the first time after another as its next.</summary>
    public static StoredSchedule From(this StoredSchedule schedule, ScheduleExpression expression, TimeZoneInfo zone, DateTimeOffset after)
    {
        var slot = expression.Next(after.UtcDateTime, zone);
        return schedule with { NextSlot = Offset(slot), NextAt = Offset(slot + (slot is { } time ? Jitter(schedule, time) : null)) };
    }

    private static Firing Of(StoredSchedule schedule, DateTime slot, DateTimeOffset now, FiringReason reason)
    {
        var time = new DateTimeOffset(slot);
        var overlap = reason == FiringReason.Missed && schedule.Missed == ScheduleMissed.RunAll ? ScheduleOverlap.Queue : schedule.Overlap; // all means all
        return new Firing(time, reason, overlap, FiringBody.Of(schedule, time, now, reason));
    }

    // Those that are found due together overlap: the first goes and the others are left out, or the last takes the place of the others.
    private static IReadOnlyList<Firing> Together(List<Firing> firings)
    {
        var first = firings.FindIndex(f => f.Overlap == ScheduleOverlap.Skip);
        var last = firings.FindLastIndex(f => f.Overlap == ScheduleOverlap.CancelOther);
        return [.. firings.Select((f, i) => f with
        {
            IsDropped = f.Overlap switch
            {
                ScheduleOverlap.Skip => i != first,
                ScheduleOverlap.CancelOther => i != last,
                _ => false,
            },
        })];
    }

    // The same on every node, whoever draws it.
    private static TimeSpan Jitter(StoredSchedule schedule, DateTime slot)
    {
        if (schedule.JitterSeconds == 0) return TimeSpan.Zero;
        var drawn = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes($"{schedule.Name}\n{slot.Ticks}")));
        return TimeSpan.FromMilliseconds(Math.Floor(drawn / (double)uint.MaxValue * schedule.JitterSeconds * 1_000));
    }

    private static DateTimeOffset? Offset(DateTime? utc) => utc is { } time ? new DateTimeOffset(time, TimeSpan.Zero) : null;
}
