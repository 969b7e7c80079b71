using System.Text;
using Ermine.Kernel;
using Ermine.Schedules;

namespace Ermine.Conformance;

/// <summary>What every <see cref="IScheduleStore"/> promises: one firing for each slot over all nodes, by the database's clock.</summary>
public abstract class ScheduleConformance(WorkStoreHarness harness) : ConformanceSuite(harness)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The schedules as a node sees them.</summary>
    protected abstract IScheduleStore Schedules { get; }

    /// <summary>The same from another node.</summary>
    protected abstract IScheduleStore OtherSchedules { get; }

    [Fact]
    public async Task Of_two_nodes_that_fire_at_the_same_time_each_slot_is_fired_by_one()
    {
        for (var i = 0; i < 40; i++) await AddAsync($"{i}");
        for (var round = 0; round < 5; round++)
        {
            await Harness.AdvanceAsync(Minute);
            await Task.WhenAll(Enumerable.Range(0, 4).Select(async node =>
            {
                while (await FireDueAsync(node % 2 == 0 ? Schedules : OtherSchedules, limit: 7) > 0)
                {
                }
            }));
            while (await FireDueAsync(Schedules) > 0) // what one had locked the other passed by
            {
            }
        }

        Assert.Equal(new QueueDepth(Queue, 200, 0, 0, 0), await DepthAsync());
        Assert.All(await Schedules.ListAsync(CancellationToken.None), s => Assert.True(s.Queue != Queue || s.LastSlot == s.NextSlot - Minute));
    }

    [Fact]
    public async Task A_slot_that_has_had_its_firing_has_no_other()
    {
        var schedule = await AddAsync("a");
        Firing[] slots = [Slot(schedule, 1), Slot(schedule, 2)];

        var first = await Schedules.FireAsync(schedule, slots, CancellationToken.None);
        var second = await OtherSchedules.FireAsync(schedule, [.. slots, Slot(schedule, 3)], CancellationToken.None);

        Assert.Equal((2, 1), (first, second));
        Assert.Equal(3, (await DepthAsync()).Ready);
    }

    [Fact]
    public async Task Firings_of_one_schedule_are_handed_out_one_at_a_time_in_their_order()
    {
        var schedule = await AddAsync("a");
        await Schedules.FireAsync(schedule, [Slot(schedule, 1), Slot(schedule, 2)], CancellationToken.None);

        var first = await ClaimOrderedAsync(Store);
        var meanwhile = await ClaimOrderedAsync(Harness.OtherNode);
        await Store.AcknowledgeAsync(first, CancellationToken.None);
        var second = await ClaimOrderedAsync(Harness.OtherNode);

        Assert.Equal(["1"], Texts(first));
        Assert.Empty(Texts(meanwhile));
        Assert.Equal(["2"], Texts(second));
    }

    [Theory]
    [InlineData(ScheduleOverlap.Skip, 1, 1)]
    [InlineData(ScheduleOverlap.Queue, 2, 1)]
    [InlineData(ScheduleOverlap.CancelOther, 1, 0)]
    public async Task What_overlaps_is_left_out_or_queued_or_takes_the_place_of_the_other_whose_fence_then_refuses_it(ScheduleOverlap overlap, int messages, int acknowledged)
    {
        var schedule = await AddAsync("a");
        await Schedules.FireAsync(schedule, [Slot(schedule, 1, overlap)], CancellationToken.None);
        var running = await ClaimOrderedAsync(Store);

        await OtherSchedules.FireAsync(schedule, [Slot(schedule, 2, overlap)], CancellationToken.None);

        var depth = await DepthAsync();
        Assert.Equal(messages, depth.Ready + depth.Leased);
        Assert.Equal(acknowledged, (await Store.AcknowledgeAsync(running, CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_plan_is_told_the_time_of_the_database()
    {
        await AddAsync("a");
        await Harness.AdvanceAsync(TimeSpan.FromHours(1));
        var outlook = await Schedules.LookAsync([Queue], CancellationToken.None);

        DateTimeOffset? told = null;
        await Schedules.FireDueAsync([Queue], 1, (schedule, now) =>
        {
            told = now;
            return OneMinuteOn(schedule, now);
        }, CancellationToken.None);

        Assert.InRange(told!.Value, outlook.Now, outlook.Now + Minute);
        Assert.True(outlook.Next < outlook.Now - TimeSpan.FromMinutes(50));
    }

    [Fact]
    public async Task What_its_plan_leaves_or_fails_on_stays_due()
    {
        await AddAsync("a");
        await Harness.AdvanceAsync(Minute);

        await Schedules.FireDueAsync([Queue], 1, (_, _) => null, CancellationToken.None);
        await Assert.ThrowsAsync<FormatException>(() => Schedules.FireDueAsync([Queue], 1, (_, _) => throw new FormatException(), CancellationToken.None));

        Assert.Equal(1, await FireDueAsync(OtherSchedules));
        Assert.Equal(1, (await DepthAsync()).Ready);
    }

    [Fact]
    public async Task A_node_that_stands_still_in_the_middle_holds_others_up_for_a_moment_only_and_fires_nothing_when_it_goes_on()
    {
        await AddAsync("a");
        await Harness.AdvanceAsync(Minute);

        await Assert.ThrowsAnyAsync<Exception>(() => Schedules.FireDueAsync([Queue], 1, (schedule, now) =>
        {
            while (FireDueAsync(OtherSchedules).GetAwaiter().GetResult() == 0) // the plan is not asynchronous: this is the node that stands still
            {
            }

            return OneMinuteOn(schedule, now);
        }, CancellationToken.None));

        Assert.Equal(1, (await DepthAsync()).Ready);
    }

    [Fact]
    public async Task Schedules_of_other_functions_and_paused_ones_are_not_fired()
    {
        var schedule = await AddAsync("a");
        await Schedules.SetPausedAsync(schedule with { IsPaused = true }, CancellationToken.None);
        await Harness.AdvanceAsync(Minute);

        var paused = await FireDueAsync(OtherSchedules);
        await Schedules.SetPausedAsync(schedule, CancellationToken.None);
        var others = await Schedules.FireDueAsync(["another"], 10, OneMinuteOn, CancellationToken.None);

        Assert.Equal((0, 0, 1), (paused, others, await FireDueAsync(Schedules)));
    }

    [Fact]
    public async Task A_schedule_whose_times_stay_as_they_are_keeps_its_next_and_one_whose_times_change_does_not()
    {
        var schedule = await AddAsync("a");
        var later = schedule with { NextSlot = schedule.NextSlot + Minute, NextAt = schedule.NextAt + Minute };

        await OtherSchedules.UpsertAsync([later with { Missed = ScheduleMissed.RunAll }], null, CancellationToken.None);
        var kept = await Schedules.FindAsync(schedule.Name, CancellationToken.None);
        await OtherSchedules.UpsertAsync([later with { Expression = "@daily" }], null, CancellationToken.None);
        var moved = await Schedules.FindAsync(schedule.Name, CancellationToken.None);

        Assert.Equal((schedule.NextSlot, ScheduleMissed.RunAll, later.NextSlot), (kept!.NextSlot, kept.Missed, moved!.NextSlot));
    }

    [Fact]
    public async Task What_joins_a_commit_is_there_once_that_has_happened_and_never_if_it_does_not()
    {
        var schedule = await AddAsync("removed");
        await using (var dropped = Harness.NewInvocation()) await Schedules.UpsertAsync([schedule with { Name = $"{Queue}:dropped" }], dropped.Commit, CancellationToken.None);
        await using var invocation = Harness.NewInvocation();
        var effect = Guid.NewGuid();
        Harness.Record(invocation, effect);
        await Schedules.UpsertAsync([schedule with { Name = $"{Queue}:made" }], invocation.Commit, CancellationToken.None);
        await Schedules.RemoveAsync(schedule.Name, invocation.Commit, CancellationToken.None);
        var before = await NamesAsync();

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        Assert.Equal([$"{Queue}:removed"], before);
        Assert.Equal([$"{Queue}:made"], await NamesAsync());
        Assert.True(await Harness.IsRecordedAsync(effect));
    }

    [Fact]
    public async Task A_commit_of_nothing_but_schedules_happens()
    {
        var schedule = await AddAsync("a");
        await using var invocation = Harness.NewInvocation();
        await Schedules.RemoveAsync(schedule.Name, invocation.Commit, CancellationToken.None);

        await invocation.Commit.CommitAsync(null, CancellationToken.None);

        Assert.Empty(await NamesAsync());
    }

    [Fact]
    public async Task Old_records_and_schedules_that_are_over_are_tidied_and_declared_ones_stay_while_a_node_has_their_function()
    {
        var week = TimeSpan.FromDays(7);
        var over = await AddAsync("over");
        var declared = over with { Name = Queue, IsDeclared = true, NextSlot = over.NextSlot + TimeSpan.FromDays(365), NextAt = over.NextAt + TimeSpan.FromDays(365) };
        await Schedules.UpsertAsync([declared], null, CancellationToken.None);
        await Harness.AdvanceAsync(Minute);
        await Schedules.FireDueAsync([Queue], 10, (schedule, now) => OneMinuteOn(schedule, now) with { NextSlot = null, NextAt = null }, CancellationToken.None);
        await Harness.AdvanceAsync(week * 1.1);

        await Schedules.TidyAsync([Queue], week, CancellationToken.None);
        var seen = await NamesAsync();
        var again = await Schedules.FireAsync(over, [Slot(over, 0)], CancellationToken.None); // its record has been forgotten
        await Harness.AdvanceAsync(week * 1.1);
        await Schedules.TidyAsync(["another"], week, CancellationToken.None);

        Assert.Equal([Queue], seen);
        Assert.Equal(1, again);
        Assert.Empty(await NamesAsync());
    }

    private async Task<StoredSchedule> AddAsync(string name)
    {
        var now = (await Schedules.LookAsync([], CancellationToken.None)).Now;
        var slot = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)) + Minute / 2;
        var schedule = new StoredSchedule($"{Queue}:{name}", Queue, Queue, "every 1m", "UTC") { NextSlot = slot, NextAt = slot };
        await Schedules.UpsertAsync([schedule], null, CancellationToken.None);
        return schedule;
    }

    private Task<int> FireDueAsync(IScheduleStore node, int limit = 100) => node.FireDueAsync([Queue], limit, OneMinuteOn, CancellationToken.None);

    private static DueFirings OneMinuteOn(StoredSchedule schedule, DateTimeOffset now) =>
        new([new Firing(schedule.NextSlot!.Value, FiringReason.Due, ScheduleOverlap.Queue, "x"u8.ToArray())], schedule.NextSlot + Minute, schedule.NextAt + Minute);

    private static Firing Slot(StoredSchedule schedule, int minutes, ScheduleOverlap overlap = ScheduleOverlap.Queue) =>
        new(schedule.NextSlot!.Value + (minutes * Minute), FiringReason.Backfill, overlap, Encoding.UTF8.GetBytes($"{minutes}"));

    private Task<Lease> ClaimOrderedAsync(IWorkStore node) => node.ClaimAsync(new WorkClaim(Queue, 10, LeaseTime) { IsOrdered = true }, CancellationToken.None);

    private async Task<IEnumerable<string>> NamesAsync() => (await Schedules.ListAsync(CancellationToken.None)).Where(s => s.Queue == Queue).Select(s => s.Name);
}
