namespace Ermine.Postgres.Queues;

/// <summary>Where this node looks for work in one queue: above a low watermark, below which it has seen everything claimed.</summary>
/// <remarks>What appears below it (a transaction that took its numbers early and commits late, a lease of another node that ran out) is found
/// by sweeps from zero: when a claim came back short, as long as sweeping takes at most a twentieth of the time; and each second in any case,
/// or as much later as sweeping a long table takes. What this node itself puts below the watermark rewinds it.</remarks>
internal sealed class ClaimCursor(TimeProvider time)
{
    private const int SweepShare = 20;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PromoteEvery = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private long _low;
    private int _generation;
    private TimeSpan _sweepCost;
    private long? _sweptAt;
    private long? _promotedAt;

    /// <summary>How often the queue had been rung when the last claim began.</summary>
    public long Heard { get; set; }

    /// <summary>The next look; the caller makes it.</summary>
    public Scan Next()
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            var sweeps = Passed(_sweptAt, now) >= Longer(SweepEvery, SweepShare * _sweepCost);
            var promotes = Passed(_promotedAt, now) >= PromoteEvery;
            if (promotes) _promotedAt = now;
            return new Scan(sweeps ? 0 : _low, promotes, _generation, now);
        }
    }

    /// <summary>A sweep after a look that found less than was asked for; null where there is nothing below, or it would cost too much.</summary>
    public Scan? Sweep(Scan shortOne)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            return shortOne.IsSweep || Passed(_sweptAt, now) < SweepShare * _sweepCost ? null : new Scan(0, false, _generation, now);
        }
    }

    /// <summary>A look is over.</summary>
    /// <param name="scan">The look.</param>
    /// <param name="lowest">The lowest number that it claimed; null where it claimed none.</param>
    public void Done(Scan scan, long? lowest)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            if (scan.IsSweep) (_sweptAt, _sweepCost) = (now, time.GetElapsedTime(scan.StartedAt, now));
            if (lowest is { } id && scan.Generation == _generation) _low = Math.Max(_low, id - 1); // what stands between the claimed ones is still looked at
        }
    }

    /// <summary>Something stands at or above this number that is due.</summary>
    public void Rewind(long to)
    {
        lock (_lock)
        {
            _low = Math.Min(_low, to - 1);
            _generation++;
        }
    }

    /// <summary>Time has moved by itself: anything may be due.</summary>
    public void Restart()
    {
        lock (_lock) (_low, _sweptAt, _promotedAt, _generation) = (0, null, null, _generation + 1);
    }

    private TimeSpan Passed(long? since, long now) => since is { } then ? time.GetElapsedTime(then, now) : TimeSpan.MaxValue;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
