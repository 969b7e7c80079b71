using System.Net;
using System.Net.Http.Json;
using Ermine.Schedules;
using Ermine.Schedules.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Schedules;

public sealed class FiringTests : IAsyncLifetime
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync<Nightly>();

    [Fact]
    public async Task A_schedule_in_the_code_fires_at_its_time_of_day_in_its_zone()
    {
        await _app.Clock.AdvanceAsync(TimeSpan.FromHours(25)); // no day is longer
        await _app.IdleAsync();

        var firings = _app.Firings("nightly.report");
        var now = (await _app.Services.GetRequiredService<IScheduleStore>().LookAsync([], default)).Now; // the app's clock is the database's to half a round trip only
        Assert.InRange(firings.Count, 1, 2);
        Assert.All(firings, firing => Assert.Equal(new TimeSpan(3, 0, 0), TimeZoneInfo.ConvertTime(firing.Slot, Berlin).TimeOfDay));
        Assert.All(firings, firing => Assert.InRange(firing.FiredAt, firing.Slot, now));
    }

    [Fact]
    public async Task A_function_need_not_take_its_firing()
    {
        await _app.WithSchedulesAsync(s => s.RunNowAsync("nightly.sweep"));
        await _app.IdleAsync();

        Assert.Equal(1, _app.Services.GetRequiredService<Logbook>().Plain);
    }

    [Fact]
    public async Task A_schedule_that_the_app_makes_carries_a_payload_and_may_fire_once()
    {
        var at = _app.Clock.Now.AddHours(2);
        await _app.WithSchedulesAsync(s => s.UpsertAsync("alarms.ring:a", at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"), "wake up"));

        await _app.Clock.AdvanceAsync(TimeSpan.FromHours(1.9));
        await _app.IdleAsync();
        var before = _app.Firings("alarms.ring:a").Count;
        await _app.Clock.AdvanceAsync(TimeSpan.FromDays(3));
        await _app.IdleAsync();

        Assert.Equal(0, before);
        Assert.Equal("wake up", Assert.IsType<ScheduledFiring<string>>(Assert.Single(_app.Firings("alarms.ring:a"))).Payload);
        Assert.Empty(Assert.Single(await _app.WithSchedulesAsync(s => s.ListAsync()), s => s.Schedule == "alarms.ring:a").Next);
    }

    [Fact]
    public async Task A_schedule_that_is_made_within_an_invocation_is_there_if_the_invocation_succeeds()
    {
        var made = await _app.Http.PutAsJsonAsync("/alarms/made", new NewAlarm("@hourly", "a"));
        var failed = await _app.Http.PutAsJsonAsync("/alarms/failed", new NewAlarm("@hourly", "b", Fails: true));

        var names = (await _app.WithSchedulesAsync(s => s.ListAsync())).Select(s => s.Schedule);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.InternalServerError), (made.StatusCode, failed.StatusCode));
        Assert.Equal(["alarms.ring:made", "nightly.report", "nightly.sweep"], names);
    }

    [Fact]
    public async Task A_change_of_its_times_moves_a_schedule_and_any_other_leaves_it_in_its_place()
    {
        await _app.ToTheHourAsync(); // so that none comes by itself
        await _app.WithSchedulesAsync(s => s.UpsertAsync("alarms.ring:a", "every 1h", "first"));
        await _app.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        await _app.IdleAsync();

        await _app.WithSchedulesAsync(s => s.UpsertAsync("alarms.ring:a", "every 1h", "second"));
        await _app.WithSchedulesAsync(s => s.UpsertAsync("alarms.ring:b", "every 1h", "gone"));
        await _app.WithSchedulesAsync(s => s.UpsertAsync("alarms.ring:b", "2100-01-01T00:00:00Z", "gone"));
        var removed = await _app.WithSchedulesAsync(s => s.RemoveAsync("alarms.ring:b"));
        await _app.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        await _app.IdleAsync();

        Assert.True(removed);
        Assert.Equal(["first", "second"], _app.Firings("alarms.ring:a").Cast<ScheduledFiring<string>>().Select(f => f.Payload));
        Assert.Empty(_app.Firings("alarms.ring:b"));
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();
}
