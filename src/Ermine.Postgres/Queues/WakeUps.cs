using System.Collections.Concurrent;

namespace Ermine.Postgres.Queues;

/// <summary>Tells who waits for a queue that this process has sent to it. A hint: what other processes send is found by polling.</summary>
internal sealed class WakeUps
{
    private readonly ConcurrentDictionary<string, Bell> _bells = new(StringComparer.Ordinal);

    /// <summary>How often a queue has been rung.</summary>
    public long Count(string queue) => Of(queue).Count;

    /// <summary>Wakes whoever waits for a queue.</summary>
    public void Ring(string queue) => Of(queue).Ring();

    /// <summary>Wakes everybody, as when the clock was advanced.</summary>
    public void RingAll()
    {
        foreach (var bell in _bells.Values) bell.Ring();
    }

    /// <summary>Completes when a queue has been rung more often than <paramref name="heard"/>, or after <paramref name="atMost"/> of real time.</summary>
    public async Task WaitAsync(string queue, long heard, TimeSpan atMost, CancellationToken ct)
    {
        await Of(queue).After(heard).WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // running out of time is an ordinary end
        ct.ThrowIfCancellationRequested();
    }

    private Bell Of(string queue) => _bells.GetOrAdd(queue, static _ => new Bell());
}
