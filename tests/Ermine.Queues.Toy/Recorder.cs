using System.Collections.Concurrent;

namespace Ermine.Queues.Toy;

/// <summary>What functions have been handed, one line for each run.</summary>
public sealed class Recorder
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly ConcurrentQueue<string> _runs = [];
    private readonly SemaphoreSlim _added = new(0);

    /// <summary>The runs so far.</summary>
    public IReadOnlyList<string> Runs => [.. _runs];

    /// <summary>Notes a run.</summary>
    public void Add(string run)
    {
        _runs.Enqueue(run);
        _added.Release();
    }

    /// <summary>Waits for the next run that nobody has waited for.</summary>
    public async Task NextAsync()
    {
        if (!await _added.WaitAsync(Patience)) throw new TimeoutException($"No further run. So far: {string.Join("; ", Runs)}");
    }
}
