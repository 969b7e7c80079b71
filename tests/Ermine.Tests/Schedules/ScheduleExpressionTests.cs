using System.Globalization;
using Ermine.Schedules.Expressions;

namespace Ermine.Tests.Schedules;

public sealed class ScheduleExpressionTests
{
    // 2026 in Berlin: clocks go from 02:00 to 03:00 on 29 March (01:00 UTC), and from 03:00 to 02:00 on 25 October (01:00 UTC).
    [Theory]
    [InlineData("30 2 * * *", "2026-03-28T12:00", "2026-03-29T01:00", "2026-03-30T00:30")]
    [InlineData("*/30 * * * *", "2026-03-29T00:20", "2026-03-29T00:30", "2026-03-29T01:00", "2026-03-29T01:30")]
    [InlineData("30 2 * * *", "2026-10-24T12:00", "2026-10-25T00:30", "2026-10-26T01:30")]
    [InlineData("30 2 * * *", "2026-10-25T01:10", "2026-10-26T01:30")]
    [InlineData("*/30 2 * * *", "2026-10-24T12:00", "2026-10-25T00:00", "2026-10-25T00:30", "2026-10-25T01:00", "2026-10-25T01:30", "2026-10-26T01:00")]
    [InlineData("every 45m", "2026-10-25T00:40", "2026-10-25T00:45", "2026-10-25T01:30", "2026-10-25T02:15")]
    [InlineData("2026-10-25T02:30", "2026-10-24T12:00", "2026-10-25T00:30")]
    [InlineData("2026-03-29T02:30", "2026-03-28T12:00", "2026-03-29T01:00")]
    [InlineData("2026-03-29T02:30+02:00", "2026-03-28T12:00", "2026-03-29T00:30")]
    public void Changes_of_the_clocks_leave_nothing_out_and_repeat_only_what_repeats(string text, string after, params string[] times)
    {
        var expression = ScheduleExpression.Parse(text, out _)!;

        var actual = expression.From(Utc(after).AddTicks(1), ScheduleZones.Find("Europe/Berlin")!).Take(times.Length);

        Assert.Equal(times.Select(Utc), actual);
    }

    [Theory]
    [InlineData("every 10m", "2026-01-01T00:10", "2026-01-01T00:10")]
    [InlineData("0 3 * * *", "2026-01-05T02:59", "2026-01-04T03:00")]
    [InlineData("0 3 1 1 *", "2028-12-31T00:00", "2028-01-01T03:00")]
    [InlineData("0 0 29 2 *", "2027-06-01T00:00", "2024-02-29T00:00")]
    public void The_last_time_before_another_is_found(string text, string until, string last) =>
        Assert.Equal(Utc(last), ScheduleExpression.Parse(text, out _)!.Last(Utc(until), TimeZoneInfo.Utc));

    [Theory]
    [InlineData("0 3 * 13 *", 6, 2, "the month is 13, and may be from 1 to 12")]
    [InlineData("0 3 * *", 0, 7, "it has 4 field(s)")]
    [InlineData("0 3 * * MOM", 8, 3, "'MOM' is no day of the week")]
    [InlineData("5, 3 * * *", 2, 0, "a number is missing: the minute is from 0 to 59")]
    [InlineData("@often", 0, 6, "there is no '@often'")]
    [InlineData("every 0s", 6, 2, "after 'every' comes a whole number")]
    [InlineData("every", 5, 0, "after 'every' comes a whole number")]
    [InlineData("2026-02-30T00:00Z", 0, 17, "an instant is written as")]
    [InlineData("", 0, 0, "it has 0 field(s)")]
    public void A_fault_has_its_place_and_its_reason(string text, int start, int length, string reason)
    {
        Assert.Null(ScheduleExpression.Parse(text, out var fault));

        Assert.Equal((start, length), (fault!.Start, fault.Length));
        Assert.StartsWith(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0 3 * * *", "every day at 03:00, Europe/Berlin")]
    [InlineData("30 0 3 * * MON-FRI", "every weekday at 03:00:30, Europe/Berlin")]
    [InlineData("15 8 * * MON,7", "every Sunday and Monday at 08:15, Europe/Berlin")]
    [InlineData("@hourly", "every hour")]
    [InlineData("* * * * *", "every minute")]
    [InlineData("0 0 L * *", "0 0 L * *, Europe/Berlin")]
    [InlineData("every 10m", "every 10m")]
    public void Usual_schedules_are_said_in_words(string text, string words) => Assert.Equal(words, ScheduleWords.Of(text, "Europe/Berlin"));

    private static DateTime Utc(string text) => DateTime.Parse(text + "Z", CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
