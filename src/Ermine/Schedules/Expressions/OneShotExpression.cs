using System.Globalization;

namespace Ermine.Schedules.Expressions;

/// <summary>One instant: <c>2027-01-31T20:00:00Z</c>, with an offset, or, without either, in the schedule's zone.</summary>
internal sealed class OneShotExpression(DateTime time, bool isLocal) : ScheduleExpression
{
    private static readonly string[] Forms = ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    // Four digits and a hyphen begin no field of cron that has a sense.
    public static bool IsMeant(string text)
    {
        var trimmed = text.TrimStart();
        return trimmed.Length > 4 && trimmed[4] == '-' && trimmed.Take(4).All(char.IsDigit);
    }

    public static new ScheduleExpression? Parse(string text, out ScheduleFault? fault)
    {
        fault = null;
        var trimmed = text.Trim();
        if (DateTime.TryParseExact(trimmed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var local) && local.Kind == DateTimeKind.Unspecified)
            return new OneShotExpression(Whole(local), isLocal: true);
        if (DateTimeOffset.TryParseExact(trimmed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
            return new OneShotExpression(Whole(instant.UtcDateTime), isLocal: false);

        fault = new ScheduleFault(text.Length - text.TrimStart().Length, trimmed.Length, "an instant is written as '2027-01-31T20:00:00Z', with an offset such as +01:00, or with neither, in the schedule's zone");
        return null;
    }

    public override DateTime? Next(DateTime after, TimeZoneInfo zone)
    {
        var instant = isLocal ? new LocalTime(zone).First(time) : time;
        return instant > after ? instant : null;
    }

    private static DateTime Whole(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
