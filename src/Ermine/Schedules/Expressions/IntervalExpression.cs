using System.Globalization;

namespace Ermine.Schedules.Expressions;

/// <summary><c>every 10m</c>: at every multiple of that time since 1970 began in UTC, so that all nodes agree and no start of the app moves it.</summary>
internal sealed class IntervalExpression(TimeSpan period) : ScheduleExpression
{
    private const string Word = "every";
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);
    private static readonly DateTime Epoch = new(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The time from one to the next.</summary>
    public TimeSpan Period { get; } = period;

    public static bool IsMeant(string text) => text.TrimStart().StartsWith(Word, StringComparison.OrdinalIgnoreCase);

    public static new ScheduleExpression? Parse(string text, out ScheduleFault? fault)
    {
        var start = text.IndexOf(Word, StringComparison.OrdinalIgnoreCase) + Word.Length;
        while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
        var length = text.TrimEnd().Length - start;
        fault = null;
        if (length > 0 && Read(text.Substring(start, length)) is { } period) return new IntervalExpression(period);

        fault = new ScheduleFault(start, Math.Max(0, length), "after 'every' comes a whole number and s, m, h or d, such as 'every 10m'; at least one second and at most 365 days");
        return null;
    }

    public override DateTime? Next(DateTime after, TimeZoneInfo zone)
    {
        var passed = after.Ticks - Epoch.Ticks;
        var periods = passed >= 0 ? passed / Period.Ticks : ((passed + 1) / Period.Ticks) - 1;
        return Epoch.AddTicks((periods + 1) * Period.Ticks);
    }

    private static TimeSpan? Read(string text)
    {
        var unit = text[text.Length - 1] switch
        {
            's' => TimeSpan.TicksPerSecond,
            'm' => TimeSpan.TicksPerMinute,
            'h' => TimeSpan.TicksPerHour,
            'd' => TimeSpan.TicksPerDay,
            _ => 0,
        };
        if (unit == 0 || !int.TryParse(text.Substring(0, text.Length - 1).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)) return null;
        return count > 0 && count <= Longest.Ticks / unit ? TimeSpan.FromTicks(count * unit) : null;
    }
}
