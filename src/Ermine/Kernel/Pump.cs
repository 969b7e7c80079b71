using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Moves deliveries from one source through the dispatcher, no more at a time than the function allows.</summary>
internal sealed class Pump(FunctionDescriptor function, ITriggerSource source, Dispatcher dispatcher, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _free = new(function.Concurrency, function.Concurrency);
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

            // There may be more than was asked for, where messages that failed before travel in smaller batches; those wait for a place.
            foreach (var delivery in deliveries) _ = RunOneAsync(delivery, hasPlace: places-- > 0, stopping, drained);
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

    private async Task RunOneAsync(Delivery delivery, bool hasPlace, CancellationToken stopping, CancellationToken drained)
    {
        if (!hasPlace) await _free.WaitAsync(CancellationToken.None);
        try
        {
            await Task.Yield(); // a synchronous function must not hold up the next delivery
            using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(drained, delivery.Revoked);
            if (stopping.IsCancellationRequested) await cancelled.CancelAsync(); // it has not begun, and so is handed back
            await dispatcher.DispatchAsync(delivery, cancelled.Token);
        }
        catch (Exception e)
        {
            DispatchLog.NotSettled(log, e, function.Id);
        }
        finally
        {
            _free.Release();
        }
    }

    private async Task PauseAsync(CancellationToken stopping)
    {
        var longest = Math.Min(LongestPause.TotalMilliseconds, 100 * Math.Pow(2, Math.Min(_failures, 10)));
        await Task.Delay(TimeSpan.FromMilliseconds(longest * (0.5 + Random.Shared.NextDouble() / 2)), stopping)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends the pause, and the loop sees it
    }
}
