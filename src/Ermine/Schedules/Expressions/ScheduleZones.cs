using System.Security;

namespace Ermine.Schedules.Expressions;

/// <summary>Finds zones by their IANA names, such as <c>Europe/Berlin</c>.</summary>
internal static class ScheduleZones
{
    /// <summary>Whether this machine knows zones by IANA names at all; one without such data knows of no name whether it is right.</summary>
    public static bool AreKnown => Find("Europe/Berlin") is not null && Find("America/New_York") is not null;

    /// <summary>The names that this machine knows.</summary>
    public static IEnumerable<string> All => TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id);

    /// <summary>The zone; null where there is none of that name.</summary>
    public static TimeZoneInfo? Find(string name)
    {
        try
        {
            return name == "UTC" ? TimeZoneInfo.Utc : TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or ArgumentException)
        {
            return null; // asking for one is the only way to learn whether it is there
        }
    }
}
