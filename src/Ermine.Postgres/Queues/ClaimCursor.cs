using Ermine.Kernel;

namespace Ermine.Postgres.Queues;

/// <summary>Where this node looks for work in one queue: in each segment above a low watermark, below which it has seen everything claimed.</summary>
/// <remarks>What appears below it (a transaction that took its numbers early and commits late, a lease of another node that ran out) is found
/// by sweeps: when the last look came back short, from as far back as can be swept in a twentieth of the time, and from zero each second in
/// any case, or as much later as sweeping a long table takes. What a short look has found is not held up by the sweep: that is the next look. Where rows that are done cannot be cleared away, because somebody holds an old
/// snapshot, sweeps from zero become long and rare; those from shortly ago stay short. What this node itself puts below the watermark rewinds it.</remarks>
internal sealed class ClaimCursor(TimeProvider time)
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PromoteEvery = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly long[] _low = new long[Segments.Unordered];
    private readonly long[] _leased = new long[Segments.Unordered];
    private readonly Trail _all = new(time, null);
    private readonly Trail[] _trails = [new(time, TimeSpan.FromSeconds(20)), new(time, TimeSpan.FromSeconds(1)), new(time, TimeSpan.FromMilliseconds(50))];
    private bool _wasShort;
    private int _generation;
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
            foreach (var trail in _trails) trail.Keep(_low, now);
            var swept = _wasShort ? Affordable(now) : _all.Passed(now) >= SweepEvery && _all.IsAffordable(now) ? _all : null;
            var promotes = Passed(_promotedAt, now) >= PromoteEvery;
            if (promotes) _promotedAt = now;
            return new Scan(swept is null ? [.. _low] : swept.Low, promotes, _generation, now, swept, [.. _leased]);
        }
    }

    /// <summary>A sweep after a look that found nothing, from as far back as is affordable; null where nothing is, or that look was one.</summary>
    public Scan? Sweep(Scan empty)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            return empty.Swept is null && Affordable(now) is { } trail ? new Scan(trail.Low, false, _generation, now, trail, [.. _leased]) : null;
        }
    }

    /// <summary>A look is over.</summary>
    /// <param name="scan">The look.</param>
    /// <param name="isShort">Whether it found less than was asked for.</param>
    /// <param name="lowest">The lowest number that it claimed of each segment.</param>
    public void Done(Scan scan, bool isShort, params IEnumerable<(short Segment, long Id)> lowest)
    {
        lock (_lock)
        {
            scan.Swept?.Swept(scan.StartedAt, time.GetTimestamp());
            _wasShort = isShort;
            if (scan.Generation != _generation) return;
            for (var segment = 0; isShort && segment < _low.Length; segment++) _low[segment] = Math.Max(_low[segment], scan.Leased[segment] - 1); // it found nothing else there
            foreach (var (segment, id) in lowest) _low[segment] = Math.Max(_low[segment], id - 1); // what stands between the claimed ones is still looked at
        }
    }

    /// <summary>Messages stand there that were leased to this node as they were sent: what a look finds nothing beside, the next need not pass over.</summary>
    public void Leased(IReadOnlyList<Message> messages)
    {
        lock (_lock)
        {
            foreach (var message in messages) _leased[Segments.Of(message)] = Math.Max(_leased[Segments.Of(message)], message.Id);
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
            _all.Forget();
            foreach (var trail in _trails) trail.Forget();
            (_promotedAt, _generation) = (null, _generation + 1);
        }
    }

    private Trail? Affordable(long now) => _all.IsAffordable(now) ? _all : Array.Find(_trails, trail => trail.IsAffordable(now));

    private TimeSpan Passed(long? since, long now) => since is { } then ? time.GetElapsedTime(then, now) : TimeSpan.MaxValue;
}
