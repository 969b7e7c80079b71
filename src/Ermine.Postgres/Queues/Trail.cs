namespace Ermine.Postgres.Queues;

/// <summary>The low watermark as it was a while ago: what a transaction of that time put below today's stands above it.</summary>
/// <param name="time">The clock that it goes by.</param>
/// <param name="window">How long ago, at least; it is at most about twice that. Null for zero, the beginning of all.</param>
internal sealed class Trail(TimeProvider time, TimeSpan? window)
{
    private const int Share = 20;

    private long[] _now = new long[Segments.Unordered];
    private long[] _then = new long[Segments.Unordered];
    private long _keptAt = time.GetTimestamp();
    private TimeSpan _cost;
    private long? _sweptAt;

    /// <summary>Where a sweep of it begins.</summary>
    public long[] Low => _then;

    /// <summary>Whether sweeping it now would take at most a twentieth of the time.</summary>
    public bool IsAffordable(long now) => (window is null || Array.Exists(_then, low => low > 0)) && Passed(now) >= Share * _cost;

    /// <summary>How long ago it was swept.</summary>
    public TimeSpan Passed(long now) => _sweptAt is { } then ? time.GetElapsedTime(then, now) : TimeSpan.MaxValue;

    /// <summary>It was swept.</summary>
    public void Swept(long began, long ended) => (_sweptAt, _cost) = (ended, time.GetElapsedTime(began, ended));

    /// <summary>Takes note of where the watermark is.</summary>
    public void Keep(long[] low, long now)
    {
        if (window is null || time.GetElapsedTime(_keptAt, now) < window) return;
        (_then, _now, _keptAt) = (_now, [.. low], now);
    }

    /// <summary>Nothing is known any more.</summary>
    public void Forget()
    {
        (_now, _then, _sweptAt) = (new long[Segments.Unordered], new long[Segments.Unordered], null);
    }
}
