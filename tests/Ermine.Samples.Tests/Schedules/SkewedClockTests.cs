using Ermine.Schedules.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Schedules;

/// <summary>A machine that is wrong about the time.</summary>
public sealed class SkewedClockTests
{
    [Theory]
    [InlineData(-1), InlineData(1)]
    public async Task A_machine_whose_clock_is_an_hour_off_fires_by_that_of_the_database(int hours)
    {
        await using var skewed = await TestApp.StartAsync<Nightly>(o => o.ConfigureServices(s => s.AddSingleton<TimeProvider>(new SkewedTime(TimeSpan.FromHours(hours)))));
        var at = DateTime.UtcNow.AddMinutes(30); // the database's clock is right
        await skewed.WithSchedulesAsync(s => s.UpsertAsync("alarms.ring:a", at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), ""));
        await skewed.WithSchedulesAsync(s => s.UpsertAsync("alarms.ring:b", "every 20m", ""));

        await skewed.Clock.AdvanceAsync(TimeSpan.FromMinutes(29));
        await skewed.IdleAsync();
        var before = skewed.Firings("alarms.ring:a").Count;
        await skewed.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        await skewed.IdleAsync();

        Assert.Equal((0, 1), (before, skewed.Firings("alarms.ring:a").Count));
        Assert.InRange(skewed.Firings("alarms.ring:b").Count, 1, 2);
    }
}
