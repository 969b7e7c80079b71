namespace Ermine.Schedules.Expressions;

/// <summary>Says in words when a schedule happens, where it is of a usual form.</summary>
internal static class ScheduleWords
{
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    /// <summary>Such as <c>every day at 03:00, Europe/Berlin</c>; the text itself where no words are plainer.</summary>
    public static string Of(string text, string timeZone) => ScheduleExpression.Parse(text, out _) switch
    {
        null => text,
        CronExpression cron when cron.Words() is { } words => words.Contains(" at ") ? $"{words}, {timeZone}" : words,
        CronExpression => $"{text}, {timeZone}",
        _ => text.Trim(),
    };

    /// <summary>A time of day.</summary>
    public static string Time(int hour, int minute, int second) => second == 0 ? $"{hour:00}:{minute:00}" : $"{hour:00}:{minute:00}:{second:00}";

    /// <summary>Days of the week that fit.</summary>
    public static string Week(ulong days) => (days & 0x7F) switch
    {
        0x7F => "day",
        0x3E => "weekday",
        var some => string.Join(" and ", Days.Where((_, day) => (some & (1UL << day)) != 0)),
    };
}
