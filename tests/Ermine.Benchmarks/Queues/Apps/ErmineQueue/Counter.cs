using Ermine.Benchmarks.Queues.Apps.Shared;

namespace ErmineQueue;

/// <summary>What the functions ask the container for.</summary>
public sealed class Counter
{
    private long _tenths;

    /// <summary>A message of this tick of the stopwatch was handled.</summary>
    public void Add(long at) => Tally.Add(at);

    /// <summary>One of ten deliveries of an event was handled; the tenth of any counts.</summary>
    public void AddTenth(long at)
    {
        if (Interlocked.Increment(ref _tenths) % 10 == 0) Tally.Add(at);
    }
}
