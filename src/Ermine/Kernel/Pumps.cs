using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>The pumps of a node: those of the functions in its catalog, and those of what is made and removed while it runs. They stop together.</summary>
internal sealed class Pumps(Dispatcher dispatcher, ILogger<FunctionHost> log) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationTokenSource _drained = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentDictionary<Task, byte> _running = [];
    private int _stops;

    /// <summary>A pump of a function of the catalog, to be started with the others.</summary>
    public Pump Of(FunctionDescriptor function, ITriggerSource source) => new(function, source, dispatcher, log);

    /// <summary>Starts pumps; from now on others are started as they are made.</summary>
    public void Start(IEnumerable<Pump> made)
    {
        foreach (var pump in made) _ = RunAsync(pump, _stopping.Token);
        _started.TrySetResult();
    }

    /// <summary>Runs a function that is in no catalog, once the others have been started, until the node stops or <paramref name="until"/>; completes when its last run is over.</summary>
    public async Task RunAsync(FunctionDescriptor function, ITriggerSource source, CancellationToken until)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(_stopping.Token, until);
        dispatcher.Compose(function);
        await _started.Task.WaitAsync(stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopped before that, it takes no work and lets go of its source
        await RunAsync(Of(function, source), stopping.Token);
    }

    /// <summary>Has all of them take no more work, and waits until they have finished or handed back what they had.</summary>
    /// <param name="drain">How long running functions may take, before they are cancelled.</param>
    /// <param name="ct">Ends the wait; leases then do the rest.</param>
    public async Task StopAsync(TimeSpan drain, CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _stops, 1) == 0) // under a test host an app is stopped by its own RunAsync and by its factory, even after it was disposed
        {
            _drained.CancelAfter(drain);
            await _stopping.CancelAsync();
        }

        await Task.WhenAll(_running.Keys).WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _stops, 1) == 0) _stopping.Cancel(); // a host whose start failed was not stopped either
        _stopping.Dispose();
        _drained.Dispose();
    }

    private async Task RunAsync(Pump pump, CancellationToken stopping)
    {
        var running = Task.Run(() => pump.RunAsync(stopping, _drained.Token), CancellationToken.None);
        _running[running] = 0;
        await running;
        _running.TryRemove(running, out _);
    }
}
