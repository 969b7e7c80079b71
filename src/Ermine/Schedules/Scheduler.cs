using Ermine.Kernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Schedules;

/// <summary>Fires what is due for the functions of this node. All nodes do so; the store sees to it that each slot has one firing.</summary>
internal sealed class Scheduler(IScheduleStore store, FunctionCatalog catalog, ScheduleSettings settings, ILogger<Scheduler> log) : IHostedLifecycleService
{
    /// <summary>Schedules that one transaction fires at most, and firings: a burst is shared among nodes, and nobody holds many rows for long.</summary>
    private const int MostSchedules = 250;
    private const int MostFirings = 1_000;

    // What others add is seen this late at most; what is known is waited for to the moment.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AtWorkElsewhere = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenTidying = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stopping = new();
    private readonly IReadOnlyList<string> _functions = catalog.ScheduledFunctions();
    private Task _running = Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var outlook = await store.LookAsync(_functions, cancellationToken);
        await store.UpsertAsync(DeclaredSchedules.Of(catalog, outlook.Now), null, cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll(Task.Run(() => FireAsync(_stopping.Token), CancellationToken.None), Task.Run(() => TidyAsync(_stopping.Token), CancellationToken.None));
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync(); // and not disposed: under a test host an app is stopped twice
        await _running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task FireAsync(CancellationToken ct)
    {
        var isPaused = false;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var outlook = await store.LookAsync(_functions, ct);
                if (isPaused) ScheduleLog.Resumed(log);
                isPaused = false;
                var until = outlook.Next - outlook.Now;
                if (until > TimeSpan.Zero || until is null)
                {
                    await store.WaitAsync(outlook, Wait(until), ct);
                    if (until is null || until > Longest) continue; // it looked early, for what others have added
                }

                var fired = await FireSomeAsync(ct);
                if (fired == 0) await Task.Delay(AtWorkElsewhere, ct); // another node has locked what is due
                while (fired == MostSchedules) fired = await FireSomeAsync(ct);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (!isPaused) ScheduleLog.Paused(log, e.Message); // once, and not each second of an outage
                isPaused = true;
                await Task.Delay(AfterFailure, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private Task<int> FireSomeAsync(CancellationToken ct)
    {
        var left = MostFirings;
        return store.FireDueAsync(_functions, MostSchedules, (schedule, now) =>
        {
            if (left == 0) return null;
            var due = SchedulePlanner.Plan(schedule, now, left);
            left -= due.Firings.Count;
            return due;
        }, ct);
    }

    private async Task TidyAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(BetweenTidying * (0.5 + Random.Shared.NextDouble()), ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends it
            if (ct.IsCancellationRequested) return;
            try
            {
                await store.TidyAsync(_functions, settings.Kept, ct);
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                ScheduleLog.NotTidied(log, e); // the next time will do
            }
            catch (Exception)
            {
                return; // the app stops
            }
        }
    }

    // To the moment where it is known and near; a timer may be a little early, and a millisecond is nobody's loss.
    private static TimeSpan Wait(TimeSpan? until) => until is { } near && near <= Longest
        ? near + TimeSpan.FromMilliseconds(1)
        : Longest * (0.75 + (Random.Shared.NextDouble() / 4)); // nodes do not look in step
}
