namespace Ermine.Postgres.Queues;

/// <summary>One look at a queue's ready table.</summary>
/// <param name="Low">The number above which it looks, for each segment.</param>
/// <param name="Promotes">Whether it first moves over what has become due.</param>
/// <param name="Generation">Of the watermarks that it goes by.</param>
/// <param name="StartedAt">In ticks of the stopwatch.</param>
/// <param name="Swept">What it sweeps; null for a look above the watermark.</param>
/// <param name="Leased">The highest number, in each segment, that was leased to this node as it was sent.</param>
internal readonly record struct Scan(long[] Low, bool Promotes, int Generation, long StartedAt, Trail? Swept, long[] Leased);
