using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Moves deliveries from one source through the dispatcher, no more at a time than the function allows.</summary>
internal sealed class Pump(FunctionDescriptor function, ITriggerSource source, Dispatcher dispatcher, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _free = new(function.Concurrency, function.Concurrency);
    private readonly ConcurrentQueue<Delivery> _waiting = [];
    private int _failures;

    /// <summary>Runs until <paramref name="stopping"/>, then waits for what is under way.</summary>
    /// <param name="stopping">Take no new work, and hand back what has not begun.</param>
    /// <param name="drained">The time to finish is over: cancel what still runs, so that it is handed back.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken drained)
    {
        while (!stopping.IsCancellationRequested) await MoveAsync(stopping, drained);
        for (var i = 0; i < function.Concurrency; i++) await _free.WaitAsync(CancellationToken.None);
        await DisposeAsync();
    }

    /// <summary>Lets go of the source.</summary>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task MoveAsync(CancellationToken stopping, CancellationToken drained)
    {
        var places = 0;
        try
        {
            places = await TakeFreeAsync(stopping);
            var deliveries = await source.ReceiveAsync(places, stopping);
            if (_failures > 0) DispatchLog.Resumed(log, function.Id);
            _failures = 0;

            // There may be more than places: what a fast function is given ahead, or messages that failed before and travel in smaller batches.
            foreach (var delivery in deliveries) _waiting.Enqueue(delivery);
            for (var i = Math.Min(places, deliveries.Count); i > 0; i--, places--) _ = OccupyAsync(stopping, drained);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // the loop ends
        }
        catch (Exception e)
        {
            if (_failures++ == 0) DispatchLog.Paused(log, function.Id, e.Message);
            await PauseAsync(stopping);
        }
        finally
        {
            if (places > 0) _free.Release(places);
        }
    }

    private async Task<int> TakeFreeAsync(CancellationToken stopping)
    {
        await _free.WaitAsync(stopping);
        var places = 1;
        while (places < function.Concurrency && _free.Wait(0, CancellationToken.None)) places++;
        return places;
    }

    // One place: runs what waits, one after the other, without giving its thread back in between.
    private async Task OccupyAsync(CancellationToken stopping, CancellationToken drained)
    {
        await Task.Yield(); // a synchronous function must not hold up the next place
        while (_waiting.TryDequeue(out var delivery)) await RunAsync(delivery, stopping, drained);
        _free.Release();
    }

    private async ValueTask RunAsync(Delivery delivery, CancellationToken stopping, CancellationToken drained)
    {
        try
        {
            using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(drained, delivery.Revoked);
            if (stopping.IsCancellationRequested) await cancelled.CancelAsync(); // it has not begun, and so is handed back
            await dispatcher.DispatchAsync(delivery, cancelled.Token);
        }
        catch (Exception e)
        {
            DispatchLog.NotSettled(log, e, function.Id);
        }
    }

    private async Task PauseAsync(CancellationToken stopping)
    {
        var longest = Math.Min(LongestPause.TotalMilliseconds, 100 * Math.Pow(2, Math.Min(_failures, 10)));
        await Task.Delay(TimeSpan.FromMilliseconds(longest * (0.5 + Random.Shared.NextDouble() / 2)), stopping)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends the pause, and the loop sees it
    }
}
