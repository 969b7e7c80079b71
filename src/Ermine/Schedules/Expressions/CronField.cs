namespace Ermine.Schedules.Expressions;

/// <summary>One field of cron: how it is called, what may stand in it.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Min">The least number.</param>
/// <param name="Max">The greatest number.</param>
/// <param name="Words">Words for numbers, the first of them for <paramref name="FirstWord"/>.</param>
/// <param name="FirstWord">The number of the first word.</param>
internal sealed record CronField(string Name, int Min, int Max, string[] Words, int FirstWord = 0)
{
    public static readonly CronField Second = new("second", 0, 59, []);
    public static readonly CronField Minute = new("minute", 0, 59, []);
    public static readonly CronField Hour = new("hour", 0, 23, []);
    public static readonly CronField DayOfMonth = new("day of the month", 1, 31, []);
    public static readonly CronField Month = new("month", 1, 12, ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1);
    public static readonly CronField DayOfWeek = new("day of the week", 0, 7, ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"]);

    /// <summary>In their order, where the second is left out from the front.</summary>
    public static readonly CronField[] All = [Second, Minute, Hour, DayOfMonth, Month, DayOfWeek];

    /// <summary>Whether a star, a range or a step in it makes the expression one that repeats within the day.</summary>
    public bool IsOfTheDay => Name is "second" or "minute" or "hour";

    /// <summary>What may stand in it, in words.</summary>
    public string Range => Words.Length == 0 ? $"from {Min} to {Max}" : $"from {Min} to {Max}, or {Words[0]} to {Words[Words.Length - 1]}";
}
