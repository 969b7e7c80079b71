using System.ComponentModel;

namespace Ermine;

/// <summary>Runs the function on a schedule: once for each of its times, over any number of nodes.</summary>
/// <param name="expression">Cron of five fields, or six with the second first, such as <c>0 3 * * *</c>; a name such as <c>@hourly</c>; <c>every 10m</c>;
/// or one instant, such as <c>2027-01-31T20:00:00Z</c>. Null for a function whose schedules the app makes itself.</param>
/// <remarks>A firing is a durable message on a queue of the function's own, so that lease, attempts, dead letters and the one commit are as for any other.
/// The function may take it as a <see cref="ScheduledFiring"/>, or with a payload as a <see cref="ScheduledFiring{T}"/>.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[TriggerShape(InputShape.Message, HasSender = false)]
public sealed class ScheduleAttribute(string? expression = null) : TriggerAttribute
{
    /// <summary>When it happens; null where the app makes the function's schedules itself.</summary>
    public string? Expression { get; } = expression;

    /// <summary>The IANA zone that the expression's times of day are meant in, such as <c>Europe/Berlin</c>. Default: UTC.</summary>
    [DefaultValue("UTC")] public string TimeZone { get; init; } = "UTC";

    /// <summary>What becomes of a firing while one of the same schedule waits or runs. Default: it is left out.</summary>
    [DefaultValue(ScheduleOverlap.Skip)] public ScheduleOverlap Overlap { get; init; }

    /// <summary>What becomes of firings that were missed while no node was there. Default: the last of them happens, late.</summary>
    [DefaultValue(ScheduleMissed.RunOnce)] public ScheduleMissed Missed { get; init; } = ScheduleMissed.RunOnce;

    /// <summary>Seconds by which each firing is late at most, by a part of it that is drawn for each time, so that what is due together is not done together. Default: 0.</summary>
    [Limit(0, 3_600), DefaultValue(0)] public int JitterSeconds { get; init; }

    /// <summary>Seconds a firing that runs stays invisible to others; renewed at a third of it. So long it takes until another node repeats the run of one
    /// that died, and a third of it until a run learns that another has taken its place. Default: 15.</summary>
    [Limit(1, 43_200), DefaultValue(15)] public int LeaseSeconds { get; init; } = 15;
}
