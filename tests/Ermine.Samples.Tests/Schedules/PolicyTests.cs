using Ermine.Kernel;
using Ermine.Schedules;
using Ermine.Schedules.Toy;
using Ermine.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Samples.Tests.Schedules;

/// <summary>Firings that were missed, that overlap, that are asked for, and that are made up for.</summary>
public sealed class PolicyTests : IAsyncLifetime
{
    private const string Alarm = "alarms.ring:a";
    private const string Held = "alarms.hold:a";

    private TestApp _app = null!;

    public async Task InitializeAsync() => _app = await TestApp.StartAsync<Nightly>();

    [Theory]
    [InlineData(ScheduleMissed.Skip, new FiringReason[0])]
    [InlineData(ScheduleMissed.RunOnce, new[] { FiringReason.Missed })]
    [InlineData(ScheduleMissed.RunAll, new[] { FiringReason.Missed, FiringReason.Missed, FiringReason.Missed })]
    public async Task What_was_missed_is_left_out_or_happens_once_or_all_of_it(ScheduleMissed missed, FiringReason[] reasons)
    {
        await _app.ToTheHourAsync();
        var start = _app.Clock.Now;
        await _app.WithSchedulesAsync(s => s.UpsertAsync(Alarm, "0 * * * *", "", new() { Missed = missed }));

        await _app.Clock.AdvanceAsync(TimeSpan.FromHours(3.5));
        await _app.IdleAsync();

        var firings = _app.Firings(Alarm);
        Assert.Equal(reasons, firings.Select(f => f.Reason));
        Assert.Equal(Enumerable.Range(1, 3).TakeLast(reasons.Length).Select(h => start.AddSeconds(-start.Second).AddHours(h).ToString("HH:mm")), firings.Select(f => f.Slot.ToString("HH:mm")));
    }

    [Fact]
    public async Task What_is_due_while_another_runs_is_left_out_by_default()
    {
        await HoldAsync(ScheduleOverlap.Skip);

        await SecondAsync();
        _app.Turnstile().Open();
        await _app.IdleAsync();

        Assert.Single(_app.Firings(Held));
    }

    [Fact]
    public async Task What_is_to_queue_runs_when_the_other_has_ended()
    {
        await HoldAsync(ScheduleOverlap.Queue);

        await SecondAsync();
        var meanwhile = _app.Firings(Held).Count;
        _app.Turnstile().Open();
        await _app.IdleAsync();

        Assert.Equal(0, meanwhile);
        Assert.Equal(2, _app.Firings(Held).Count);
    }

    [Fact]
    public async Task What_cancels_the_other_takes_its_place()
    {
        await HoldAsync(ScheduleOverlap.CancelOther);

        await SecondAsync();
        await _app.Turnstile().ArrivalAsync(); // while the first is still held up
        var waiting = (await _app.Services.GetRequiredService<IWorkStore>().DepthsAsync(default)).Single(q => q.Queue == "schedule-alarms-hold");
        _app.Turnstile().Open();
        await _app.IdleAsync();

        Assert.Equal((0, 1), (waiting.Ready, waiting.Leased));
        Assert.Contains(_app.Firings(Held), f => f.Slot.Second == 8);
    }

    [Fact]
    public async Task A_paused_schedule_leaves_out_its_times_until_it_is_resumed_and_a_backfill_makes_up_for_them_once()
    {
        await _app.ToTheHourAsync();
        var paused = _app.Clock.Now;
        await _app.WithSchedulesAsync(s => s.UpsertAsync(Alarm, "0 * * * *", "", new() { Missed = ScheduleMissed.RunAll }));
        await _app.WithSchedulesAsync(s => s.PauseAsync(Alarm));
        await _app.Clock.AdvanceAsync(TimeSpan.FromHours(3.5));
        await _app.WithSchedulesAsync(s => s.ResumeAsync(Alarm));
        await _app.Clock.AdvanceAsync(TimeSpan.FromHours(1));
        await _app.IdleAsync();
        var fired = _app.Firings(Alarm).Select(f => f.Reason).ToArray();

        var made = await _app.WithSchedulesAsync(s => s.BackfillAsync(Alarm, paused, _app.Clock.Now));
        var again = await _app.WithSchedulesAsync(s => s.BackfillAsync(Alarm, paused, _app.Clock.Now));
        await _app.IdleAsync();

        Assert.Equal([FiringReason.Missed], fired);
        Assert.Equal((3, 0), (made, again));
        Assert.Equal(4, _app.Firings(Alarm).Select(f => f.Slot).Distinct().Count());
    }

    [Fact]
    public async Task A_backfill_ends_now_whatever_the_callers_clock_says_and_one_of_the_future_is_refused()
    {
        await _app.ToTheHourAsync();
        await _app.WithSchedulesAsync(s => s.UpsertAsync(Alarm, "*/10 * * * * *", "", new() { Missed = ScheduleMissed.Skip }));
        await _app.WithSchedulesAsync(s => s.PauseAsync(Alarm));
        var paused = _app.Clock.Now;
        await _app.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        var made = await _app.WithSchedulesAsync(s => s.BackfillAsync(Alarm, paused, _app.Clock.Now.AddSeconds(50)));

        Assert.InRange(made, 6, 8); // and not the five of the seconds that are still to come
        await Assert.ThrowsAsync<ArgumentException>(() => _app.WithSchedulesAsync(s => s.BackfillAsync(Alarm, paused, _app.Clock.Now.AddHours(1))));
    }

    [Fact]
    public async Task Whoever_asks_for_a_firing_now_gets_one_and_the_next_times_stay_as_they_are()
    {
        await _app.WithSchedulesAsync(s => s.UpsertAsync(Alarm, "@yearly", "x"));
        var before = await NextAsync();

        await _app.WithSchedulesAsync(s => s.RunNowAsync(Alarm));
        await _app.IdleAsync();

        Assert.Equal(FiringReason.RunNow, Assert.Single(_app.Firings(Alarm)).Reason);
        Assert.Equal(before, await NextAsync());
    }

    [Fact]
    public async Task Jitter_makes_a_firing_late_by_no_more_than_it_says()
    {
        await _app.ToTheHourAsync();
        for (var i = 0; i < 20; i++) await _app.WithSchedulesAsync(s => s.UpsertAsync($"alarms.ring:{i}", "0 * * * *", "", new() { JitterSeconds = 600 }));

        await _app.Clock.AdvanceAsync(TimeSpan.FromMinutes(62));
        await _app.IdleAsync();
        var early = Count();
        await _app.Clock.AdvanceAsync(TimeSpan.FromMinutes(9));
        await _app.IdleAsync();

        Assert.InRange(early, 0, 19); // that all twenty are drawn from the first fifth is as good as impossible
        Assert.Equal(20, Count());

        int Count() => Enumerable.Range(0, 20).Sum(i => _app.Firings($"alarms.ring:{i}").Count);
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    // Twice at half past, eight seconds apart, which is shorter than a lease; the first run is held up.
    private async Task HoldAsync(ScheduleOverlap overlap)
    {
        await _app.ToTheHourAsync();
        await _app.WithSchedulesAsync(s => s.UpsertAsync(Held, "0,8 30 * * * *", 0, new() { Overlap = overlap }));
        await _app.Clock.AdvanceAsync(TimeSpan.FromMinutes(30));
        await _app.Turnstile().ArrivalAsync();
    }

    private async Task SecondAsync()
    {
        await _app.Clock.AdvanceAsync(TimeSpan.FromSeconds(8));
        while ((await StatusAsync(Held)).Last?.Second != 8) await Task.Yield(); // it has been decided upon
    }

    private async Task<ScheduleStatus> StatusAsync(string schedule) => Assert.Single(await _app.WithSchedulesAsync(s => s.ListAsync()), s => s.Schedule == schedule);

    private async Task<IReadOnlyList<DateTimeOffset>> NextAsync() => (await StatusAsync(Alarm)).Next;
}
