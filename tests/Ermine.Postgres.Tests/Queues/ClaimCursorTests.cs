using Ermine.Postgres.Queues;

namespace Ermine.Postgres.Tests.Queues;

public sealed class ClaimCursorTests
{
    private readonly HandClock _clock = new();
    private readonly ClaimCursor _cursor;

    public ClaimCursorTests() => _cursor = new ClaimCursor(_clock);

    [Fact]
    public void The_first_look_is_a_sweep_that_promotes()
    {
        var scan = _cursor.Next();

        Assert.True(scan is { Swept: not null, Promotes: true });
        Assert.Equal([0, 0, 0], scan.Low);
    }

    [Fact]
    public void A_look_starts_below_the_lowest_that_the_last_one_claimed()
    {
        Look(lowest: 100);

        Assert.Equal(99, _cursor.Next().Low[Segments.Normal]);
    }

    [Fact]
    public void After_a_look_that_came_back_short_the_next_one_sweeps()
    {
        Look(lowest: 100, isShort: true);

        Assert.NotNull(_cursor.Next().Swept);
    }

    [Fact]
    public void A_sweep_that_found_nothing_is_not_followed_by_another()
    {
        Look(lowest: 100, isShort: true);

        Assert.Null(_cursor.Sweep(_cursor.Next()));
    }

    [Fact]
    public void The_watermark_does_not_fall_when_a_sweep_finds_something_old()
    {
        Look(lowest: 100);
        var sweep = _cursor.Sweep(_cursor.Next())!.Value;

        _cursor.Done(sweep, isShort: false, (Segments.Normal, 7));

        Assert.Equal(99, _cursor.Next().Low[Segments.Normal]);
    }

    [Fact]
    public void After_a_second_the_next_look_sweeps()
    {
        Look(lowest: 100);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(_cursor.Next().Swept);
    }

    [Fact]
    public void A_sweep_that_was_costly_is_not_repeated_before_twenty_times_its_cost_have_passed()
    {
        Look(lowest: 100, cost: TimeSpan.FromMilliseconds(200));

        _clock.Advance(TimeSpan.FromSeconds(3.9));
        var early = _cursor.Next();
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        var late = _cursor.Next();

        Assert.Equal((99L, 0L), (early.Low[Segments.Normal], late.Low[Segments.Normal]));
    }

    [Fact]
    public void Where_sweeping_everything_costs_too_much_a_short_look_is_followed_by_a_sweep_of_what_is_recent()
    {
        Look(lowest: 100, cost: TimeSpan.FromMinutes(1));
        Look(lowest: 200);
        _clock.Advance(TimeSpan.FromSeconds(1.5));
        Look(lowest: 300);
        _clock.Advance(TimeSpan.FromSeconds(1.5));

        var sweep = _cursor.Sweep(_cursor.Next())!.Value;

        Assert.Equal(199, sweep.Low[Segments.Normal]);
    }

    [Fact]
    public void What_is_recent_is_not_swept_more_often_than_costs_a_twentieth_of_the_time_either()
    {
        Look(lowest: 100, cost: TimeSpan.FromMinutes(1));
        foreach (var lowest in (long[])[200, 300, 400])
        {
            Look(lowest);
            _clock.Advance(TimeSpan.FromSeconds(25));
        }

        for (var i = 0; i < 3; i++) Sweep(cost: TimeSpan.FromSeconds(1)); // each goes as far back as it may, and the next less far

        var atOnce = _cursor.Sweep(_cursor.Next());
        _clock.Advance(TimeSpan.FromSeconds(19));
        var later = _cursor.Sweep(_cursor.Next());

        Assert.Equal((false, true), (atOnce is not null, later is not null));
    }

    [Fact]
    public void What_this_node_hands_back_is_looked_at_again()
    {
        Look(lowest: 100);

        _cursor.Rewind(Segments.Normal, to: 50);

        Assert.Equal(49, _cursor.Next().Low[Segments.Normal]);
    }

    [Fact]
    public void A_look_that_was_under_way_does_not_undo_a_rewind()
    {
        Look(lowest: 100);
        var underWay = _cursor.Next();

        _cursor.Rewind(Segments.Normal, to: 50);
        _cursor.Done(underWay, isShort: false, (Segments.Normal, 200));

        Assert.Equal(49, _cursor.Next().Low[Segments.Normal]);
    }

    [Fact]
    public void Promoting_is_done_five_times_a_second_at_most()
    {
        Look(lowest: 100);
        _clock.Advance(TimeSpan.FromMilliseconds(199));
        var early = _cursor.Next();
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        var late = _cursor.Next();

        Assert.Equal((false, true), (early.Promotes, late.Promotes));
    }

    [Fact]
    public void An_advanced_clock_sweeps_and_promotes_at_once()
    {
        Look(lowest: 100, cost: TimeSpan.FromMinutes(1));

        _cursor.Restart();

        Assert.True(_cursor.Next() is { Swept: not null, Promotes: true });
    }

    private void Sweep(TimeSpan cost)
    {
        var sweep = _cursor.Sweep(_cursor.Next())!.Value;
        _clock.Advance(cost);
        _cursor.Done(sweep, isShort: false);
    }

    private void Look(long lowest, TimeSpan cost = default, bool isShort = false)
    {
        var scan = _cursor.Next();
        _clock.Advance(cost);
        _cursor.Done(scan, isShort, (Segments.Normal, lowest));
    }
}
