using Ermine.Benchmarks.Queues.Apps.Shared;

namespace ErmineQueue;

/// <summary>What the functions ask the container for.</summary>
public sealed class Counter
{
    /// <summary>A message of this tick of the stopwatch was handled.</summary>
    public void Add(long at) => Tally.Add(at);
}
