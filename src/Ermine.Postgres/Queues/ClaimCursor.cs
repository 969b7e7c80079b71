namespace Ermine.Postgres.Queues;

/// <summary>Where this node looks for work in one queue: in each segment above a low watermark, below which it has seen everything claimed.</summary>
/// <remarks>What appears below it (a transaction that took its numbers early and commits late, a lease of another node that ran out) is found
/// by sweeps from zero: when a claim came back short, as long as sweeping takes at most a twentieth of the time; and each second in any case,
/// or as much later as sweeping a long table takes. What this node itself puts below the watermark rewinds it.</remarks>
internal sealed class ClaimCursor(TimeProvider time)
{
    private const int SweepShare = 20;
    private static readonly long[] Nothing = new long[Segments.Unordered];
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PromoteEvery = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly long[] _low = new long[Segments.Unordered];
    private int _generation;
    private TimeSpan _sweepCost;
    private long? _sweptAt;
    private long? _promotedAt;

    /// <summary>How often the queue had been rung when the last claim began.</summary>
    public long Heard { get; set; }

    /// <summary>The group of an ordered queue that was claimed last: the next claim begins behind it, so that every group has its turn.</summary>
    public string After { get; set; } = "";

    /// <summary>The next look; the caller makes it.</summary>
    public Scan Next()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var sweeps = Passed(_sweptAt, now) >= Longer(SweepEvery, SweepShare * _sweepCost);
            var promotes = Passed(_promotedAt, now) >= PromoteEvery;
            if (promotes) _promotedAt = now;
            return new Scan(sweeps ? Nothing : [.. _low], promotes, _generation, now);
        }
    }

    /// <summary>A sweep after a look that found less than was asked for; null where there is nothing below, or it would cost too much.</summary>
    public Scan? Sweep(Scan shortOne)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            return shortOne.IsSweep || Passed(_sweptAt, now) < SweepShare * _sweepCost ? null : new Scan(Nothing, false, _generation, now);
        }
    }

    /// <summary>A look is over.</summary>
    /// <param name="scan">The look.</param>
    /// <param name="lowest">The lowest number that it claimed of each segment.</param>
    public void Done(Scan scan, params IEnumerable<(short Segment, long Id)> lowest)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (scan.IsSweep) (_sweptAt, _sweepCost) = (now, time.GetElapsedTime(scan.StartedAt, now));
            if (scan.Generation != _generation) return;
            foreach (var (segment, id) in lowest) _low[segment] = Math.Max(_low[segment], id - 1); // what stands between the claimed ones is still looked at
        }
    }

    /// <summary>Something stands in a segment at or above this number that is due.</summary>
    public void Rewind(short segment, long to)
    {
        lock (_lock)
        {
            _low[segment] = Math.Min(_low[segment], to - 1);
            _generation++;
        }
    }

    /// <summary>Time has moved by itself: anything may be due.</summary>
    public void Restart()
    {
        lock (_lock)
        {
            Array.Clear(_low);
            (_sweptAt, _promotedAt, _generation) = (null, null, _generation + 1);
        }
    }

    private TimeSpan Passed(long? since, long now) => since is { } then ? time.GetElapsedTime(then, now) : TimeSpan.MaxValue;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
