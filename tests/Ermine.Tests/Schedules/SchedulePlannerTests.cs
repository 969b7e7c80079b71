
namespace Ermine.Tests.Schedules;

public sealed class SchedulePlannerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly StoredSchedule Hourly = new("a", "a", "schedule-a", "0 * * * *", "UTC") { NextSlot = Noon, NextAt = Noon, Overlap = ScheduleOverlap.Queue };

    [Fact]
    public void What_is_due_is_fired_and_the_next_time_is_the_one_after()
    {
        var due = SchedulePlanner.Plan(Hourly, Noon.AddSeconds(1), 10);

        Assert.Equal([(Noon, FiringReason.Due)], due.Firings.Select(f => (f.Slot, f.Reason)));
        Assert.Equal((Noon.AddHours(1), Noon.AddHours(1)), (due.NextSlot, due.NextAt));
    }

    [Fact]
    public void What_was_missed_counts_once_where_another_is_due_anyway()
    {
        var due = SchedulePlanner.Plan(Hourly with { Missed = ScheduleMissed.RunOnce }, Noon.AddHours(3).AddSeconds(1), 10);

        Assert.Equal([(Noon.AddHours(3), FiringReason.Due)], due.Firings.Select(f => (f.Slot, f.Reason)));
    }

    [Fact]
    public void No_more_is_fired_than_asked_for_and_what_is_left_comes_next()
    {
        var due = SchedulePlanner.Plan(Hourly with { Missed = ScheduleMissed.RunAll }, Noon.AddDays(1), 3);

        Assert.Equal([Noon, Noon.AddHours(1), Noon.AddHours(2)], due.Firings.Select(f => f.Slot));
        Assert.Equal(Noon.AddHours(3), due.NextSlot);
    }

    [Theory]
    [InlineData(ScheduleOverlap.Skip, new[] { false, true, true })]
    [InlineData(ScheduleOverlap.Queue, new[] { false, false, false })]
    [InlineData(ScheduleOverlap.CancelOther, new[] { true, true, false })]
    public void Those_that_are_found_due_together_overlap(ScheduleOverlap overlap, bool[] dropped)
    {
        var due = SchedulePlanner.Plan(Hourly with { Expression = "every 10s", Overlap = overlap }, Noon.AddSeconds(25), 10);

        Assert.Equal(dropped, due.Firings.Select(f => f.IsDropped));
    }

    [Theory]
    [InlineData("written by a newer build", "UTC")]
    [InlineData("0 * * * *", "Europe/Nowhere")]
    public void What_this_build_cannot_read_is_left_to_others_for_a_while(string expression, string zone)
    {
        var due = SchedulePlanner.Plan(Hourly with { Expression = expression, TimeZone = zone }, Noon.AddSeconds(1), 10);

        Assert.Empty(due.Firings);
        Assert.Equal((Noon, Noon.AddSeconds(61)), (due.NextSlot, due.NextAt));
    }

    [Fact]
    public void A_firing_for_an_instant_is_the_last()
    {
        var due = SchedulePlanner.Plan(Hourly with { Expression = "2026-01-01T12:00:00Z" }, Noon.AddSeconds(1), 10);

        Assert.Single(due.Firings);
        Assert.Null(due.NextSlot);
        Assert.Null(due.NextAt);
    }
}
