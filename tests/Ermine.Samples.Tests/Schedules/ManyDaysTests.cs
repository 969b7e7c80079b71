using System.Diagnostics;
using Ermine.Samples.Tests.Processes;
using Ermine.Schedules.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Ermine.Samples.Tests.Schedules;

/// <summary>A hundred daily schedules in ten zones, over years of days, on the advanced clock. Cronos says which firings there ought to be.</summary>
public sealed class ManyDaysTests(ITestOutputHelper output)
{
    private const int Schedules = 100;

    private static readonly string[] Zones =
    [
        "UTC", "Europe/Berlin", "Europe/London", "America/New_York", "America/St_Johns", "Australia/Lord_Howe", "Australia/Sydney", "Asia/Kolkata", "Pacific/Chatham", "Africa/Cairo",
    ];

    [Fact, Trait("Category", "Faults")]
    public async Task Every_day_has_one_firing_of_each_schedule_and_none_is_missing_through_all_changes_of_the_clocks()
    {
        var (days, leap) = FaultSeeds.AreLong ? (10_000, 100) : (200, 50);
        await using var app = await TestApp.StartAsync<Nightly>(o => o.Set("Ermine:Schedules:KeepDays", "3650").Set("Ermine:Functions:nightly.report:Missed", "Skip"));
        await app.WithSchedulesAsync(async schedules =>
        {
            for (var i = 0; i < Schedules; i++)
                await schedules.UpsertAsync(Name(i), Cron(i), $"{i}", new() { TimeZone = Zones[i % Zones.Length], Missed = ScheduleMissed.RunAll });
        });
        var began = app.Clock.Now;
        var watch = Stopwatch.StartNew();

        for (var day = 0; day < days; day += leap)
        {
            await app.Clock.AdvanceAsync(TimeSpan.FromDays(leap));
            await app.IdleAsync(TimeSpan.FromMinutes(5));
        }

        var ended = app.Clock.Now; // the slots up to here are waited for, and what comes beyond is not counted
        await app.IdleAsync(TimeSpan.FromMinutes(5));
        var (duplicates, gaps, firings) = (0, 0, 0);
        var slots = app.Services.GetRequiredService<Logbook>().Firings.Where(f => f.Slot >= began && f.Slot < ended).ToLookup(f => f.Schedule, f => f.Slot.UtcDateTime);
        for (var i = 0; i < Schedules; i++)
        {
            var expected = Cronos.CronExpression.Parse(Cron(i)).GetOccurrences(began.UtcDateTime, ended.UtcDateTime, TimeZoneInfo.FindSystemTimeZoneById(Zones[i % Zones.Length])).ToHashSet();
            var actual = slots[Name(i)].ToArray();
            firings += actual.Length;
            duplicates += actual.Length - actual.Distinct().Count();
            gaps += expected.Except(actual).Count();
            Assert.Subset(expected, actual.ToHashSet());
        }

        output.WriteLine($"{Schedules} schedules, {days} days in {watch.Elapsed.TotalSeconds:0.0} s: {firings} firings, {duplicates} duplicates, {gaps} gaps");
        Assert.Equal((0, 0), (duplicates, gaps));
        Assert.InRange(firings, Schedules * (days - 1), Schedules * (days + 1));
    }

    private static string Name(int schedule) => $"alarms.ring:{schedule}";

    // Spread over the day, and close together in the hours in which clocks change.
    private static string Cron(int schedule) => schedule % 2 == 0 ? $"{schedule % 60} {1 + (schedule / 20)} * * *" : $"{schedule % 60} {schedule * 7 % 24} * * *";
}
