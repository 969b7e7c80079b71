using Cronos;
using Ermine.Schedules.Expressions;
using Xunit.Abstractions;

namespace Ermine.Tests.Schedules;

/// <summary>Cronos is the judge of what cron means: over random expressions, the zones of this machine, and instants, many of them near a change of the clocks.</summary>
public sealed partial class CronosAgreementTests(ITestOutputHelper output)
{
    private const int Expressions = 20_000;
    private static readonly DateTime Earliest = new(2015, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly TimeZoneInfo[] Zones = [.. new[]
    {
        "UTC", "Europe/Berlin", "Europe/London", "America/New_York", "America/Los_Angeles", "America/Sao_Paulo", "America/St_Johns", "Australia/Lord_Howe",
        "Australia/Sydney", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Chatham", "Pacific/Auckland", "Asia/Jerusalem", "Africa/Cairo", "America/Havana", "Asia/Tokyo", "Atlantic/Azores",
    }.Select(id => ScheduleZones.Find(id)!)];

    [Fact]
    public void Every_expression_is_read_as_Cronos_reads_it_and_happens_when_Cronos_says()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var cron = new RandomCron(random);
        var (read, refused, times) = (0, 0, 0);

        for (var i = 0; i < Expressions; i++)
        {
            var text = cron.Next();
            if (LosesItsSunday().IsMatch(text)) continue;

            var ours = ScheduleExpression.Parse(text, out var fault);
            var theirs = Theirs(text);
            Assert.True(ours is null == theirs is null, $"seed {seed}: '{text}' is read by {(ours is null ? "Cronos" : "us")} only. {fault?.Reason}");
            if (ours is null || theirs is null)
            {
                refused++;
                continue;
            }

            read++;
            var zone = Zones[random.Next(Zones.Length)];
            var from = Instant(random, zone);
            for (var step = 0; step < 5; step++)
            {
                var expected = theirs.GetNextOccurrence(from, zone);
                var actual = ours.Next(from, zone);
                if (expected is null && actual?.Year > 2090) break; // Cronos looks no further than its century
                Assert.True(expected == actual, $"seed {seed}: '{text}' in {zone.Id} after {from:O}: Cronos says {expected:O}, we say {actual:O}");
                times++;
                if (expected is null) break;
                from = expected.Value;
            }
        }

        output.WriteLine($"seed {seed}: {read} expressions read, {refused} refused, {times} times compared");
        Assert.InRange(read, Expressions / 2, Expressions);
        Assert.InRange(refused, 10, Expressions / 2);
    }

    [Theory]
    [InlineData("0 0 * * 7-2/2", new[] { DayOfWeek.Sunday, DayOfWeek.Tuesday })]
    [InlineData("0 0 * * 5-1", new[] { DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday, DayOfWeek.Monday })]
    public void A_range_that_goes_round_begins_with_its_first_day_even_if_that_is_written_as_seven(string text, DayOfWeek[] days)
    {
        var times = ScheduleExpression.Parse(text, out _)!.From(Earliest, TimeZoneInfo.Utc).Take(10);

        Assert.Equal(days.Order(), times.Select(t => t.DayOfWeek).Distinct().Order());
    }

    // Cronos leaves out the first day of a range with a step that goes round from 7, which is nobody's wish.
    [System.Text.RegularExpressions.GeneratedRegex(@"\b0?7-\S*/")]
    private static partial System.Text.RegularExpressions.Regex LosesItsSunday();

    private static Cronos.CronExpression? Theirs(string text)
    {
        try
        {
            var fields = text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Length;
            return Cronos.CronExpression.Parse(text, fields == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
        }
        catch (CronFormatException)
        {
            return null;
        }
        catch (MissingSeedException)
        {
            return null; // an H, which stands for a random value there, and for nothing here
        }
    }

    // Half of them within hours of a change of the clocks.
    private static DateTime Instant(Random random, TimeZoneInfo zone)
    {
        var instant = Earliest.AddSeconds(random.NextInt64(0, 40L * 365 * 86_400));
        if (random.Next(2) == 0) return instant;

        var clock = new LocalTime(zone);
        for (var day = 0; day < 366; day++)
        {
            if (clock.Change(instant, instant.AddDays(1)) is { } change) return change.AddSeconds(random.Next(-14_400, 14_400));
            instant = instant.AddDays(1);
        }

        return instant;
    }
}
