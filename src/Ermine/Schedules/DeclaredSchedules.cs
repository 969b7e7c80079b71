using Ermine.Kernel;
using Ermine.Schedules.Expressions;

namespace Ermine.Schedules;

/// <summary>The schedules that stand in the code.</summary>
internal static class DeclaredSchedules
{
    /// <summary>Those of an app, each with its first time after <paramref name="now"/>.</summary>
    public static IReadOnlyList<StoredSchedule> Of(FunctionCatalog catalog, DateTimeOffset now) =>
    [
        .. catalog.Scheduled().Where(f => f.Trigger.Expression is not null).Select(f =>
        {
            var (expression, zone) = Read(f.Trigger.Expression!, f.Trigger.TimeZone, $"Function '{f.Id}'", static text => new ErmineStartupException(text));
            return new StoredSchedule(f.Id, f.Id, ScheduleFunctions.QueueOf(f.Id), f.Trigger.Expression!, f.Trigger.TimeZone)
            {
                Overlap = f.Trigger.Overlap,
                Missed = f.Trigger.Missed,
                JitterSeconds = f.Trigger.JitterSeconds,
                IsDeclared = true,
            }.From(expression, zone, now);
        }),
    ];

    /// <summary>An expression and a zone that are right.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="timeZone">The name of the zone.</param>
    /// <param name="bearer">Whose they are, at the head of a message.</param>
    /// <param name="refuse">Makes the exception for what is not.</param>
    public static (ScheduleExpression Expression, TimeZoneInfo Zone) Read(string text, string timeZone, string bearer, Func<string, Exception> refuse)
    {
        var expression = ScheduleExpression.Parse(text, out var fault) ?? throw refuse($"{bearer} has the schedule \"{text}\", which is none: {fault!.Reason}.");
        var zone = ScheduleZones.Find(timeZone) ?? throw refuse($"{bearer} has TimeZone = \"{timeZone}\", which this machine knows no zone by: write an IANA name, such as Europe/Berlin; a slim container image may lack the package tzdata.");
        return (expression, zone);
    }
}
