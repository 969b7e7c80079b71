using System.Collections.Concurrent;

namespace Ermine.Schedules.Toy;

/// <summary>What functions were fired for.</summary>
public sealed class Logbook
{
    private readonly ConcurrentQueue<ScheduledFiring> _firings = [];

    /// <summary>The firings that runs were handed so far.</summary>
    public IReadOnlyList<ScheduledFiring> Firings => [.. _firings];

    /// <summary>Runs that were handed nothing.</summary>
    public int Plain { get; private set; }

    public void Add(ScheduledFiring firing) => _firings.Enqueue(firing);

    public void AddPlain() => Plain++;
}
