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

        Assert.True(scan is { IsSweep: true, Promotes: true });
    }

    [Fact]
    public void A_look_starts_below_the_lowest_that_the_last_one_claimed()
    {
        Look(lowest: 100);

        Assert.Equal(99, _cursor.Next().Low[Segments.Normal]);
    }

    [Fact]
    public void The_watermark_does_not_fall_when_a_sweep_finds_something_old()
    {
        Look(lowest: 100);
        var sweep = _cursor.Sweep(_cursor.Next())!.Value;

        _cursor.Done(sweep, (Segments.Normal, 7));

        Assert.Equal(99, _cursor.Next().Low[Segments.Normal]);
    }

    [Fact]
    public void After_a_second_the_next_look_sweeps()
    {
        Look(lowest: 100);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.True(_cursor.Next().IsSweep);
    }

    [Fact]
    public void A_sweep_that_was_costly_is_not_repeated_before_twenty_times_its_cost_have_passed()
    {
        Look(lowest: 100, cost: TimeSpan.FromMilliseconds(200));

        _clock.Advance(TimeSpan.FromSeconds(3.9));
        var early = _cursor.Next();
        var afterShort = _cursor.Sweep(early);
        _clock.Advance(TimeSpan.FromSeconds(0.1));
        var late = _cursor.Next();

        Assert.Equal((99L, null, 0L), (early.Low[Segments.Normal], afterShort, late.Low[Segments.Normal]));
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
        _cursor.Done(underWay, (Segments.Normal, 200));

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

        Assert.True(_cursor.Next() is { IsSweep: true, Promotes: true });
    }

    private void Look(long lowest, TimeSpan cost = default)
    {
        var scan = _cursor.Next();
        _clock.Advance(cost);
        _cursor.Done(scan, (Segments.Normal, lowest));
    }
}
