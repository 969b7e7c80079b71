using Microsoft.Extensions.Logging;

namespace Ermine.Kernel;

/// <summary>Moves deliveries from one source through the dispatcher, no more at a time than the function allows.</summary>
internal sealed class Pump(FunctionDescriptor function, ITriggerSource source, Dispatcher dispatcher, ILogger log)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _free = new(function.Concurrency, function.Concurrency);

    /// <summary>Runs until <paramref name="stopping"/>, then waits for what is under way.</summary>
    /// <param name="stopping">Take no new work.</param>
    /// <param name="drained">The time to finish is over: cancel what still runs, so that it is handed back.</param>
    public async Task RunAsync(CancellationToken stopping, CancellationToken drained)
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            var taken = 0;
            try
            {
                taken = await TakeFreeAsync(stopping);
                var deliveries = await source.ReceiveAsync(taken, stopping);
                if (failures > 0) DispatchLog.Resumed(log, function.Id);
                failures = 0;
                StartAll(deliveries, taken, drained);
                taken = Math.Max(0, taken - deliveries.Count);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // the loop ends
            }
            catch (Exception e)
            {
                if (failures++ == 0) DispatchLog.Paused(log, function.Id, e.Message);
                await PauseAsync(failures, stopping);
            }
            finally
            {
                if (taken > 0) _free.Release(taken);
            }
        }

        for (var i = 0; i < function.Concurrency; i++) await _free.WaitAsync(CancellationToken.None);
        await source.DisposeAsync();
    }

    private async Task<int> TakeFreeAsync(CancellationToken stopping)
    {
        await _free.WaitAsync(stopping);
        var taken = 1;
        while (taken < function.Concurrency && _free.Wait(0, CancellationToken.None)) taken++;
        return taken;
    }

    // A source may answer with more than was asked for, where messages that failed before travel alone; those wait for a place.
    private void StartAll(IReadOnlyList<Delivery> deliveries, int places, CancellationToken drained)
    {
        for (var i = 0; i < deliveries.Count; i++) _ = RunOneAsync(deliveries[i], i < places, drained);
    }

    private async Task RunOneAsync(Delivery delivery, bool hasPlace, CancellationToken drained)
    {
        if (!hasPlace) await _free.WaitAsync(CancellationToken.None);
        try
        {
            await Task.Yield(); // a synchronous function must not hold up the next delivery
            using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(drained, delivery.Revoked);
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

    private static async Task PauseAsync(int failures, CancellationToken stopping)
    {
        var longest = Math.Min(LongestPause.TotalMilliseconds, 100 * Math.Pow(2, Math.Min(failures, 10)));
        await Task.Delay(TimeSpan.FromMilliseconds(longest * (0.5 + Random.Shared.NextDouble() / 2)), stopping)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends the pause, and the loop sees it
    }
}
