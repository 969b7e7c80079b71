using System.Diagnostics;
using Ermine.Kernel;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Ermine.Events;

/// <summary>Runs replays, a while each, in turns with all other nodes. Whoever holds one moves it; whoever has lost it is refused, and has delivered nothing twice.</summary>
internal sealed class EventReplayer(EventRoutes routes, ILogger<EventReplayer> log, ISubscriptionStore? subscriptions = null, IArchiveStore? store = null) : BackgroundService
{
    /// <summary>How long a replay is held without being moved, and how long it is moved before another may have its turn.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    // What others ask for is seen this late at most.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isPaused = false;
        while (store is not null && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await store.ClaimAsync(Lease, stoppingToken) is { } held) await RunAsync(held, stoppingToken);
                else await store.WaitAsync(Longest * (0.75 + (Random.Shared.NextDouble() / 4)), stoppingToken);
                isPaused = false;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                if (!isPaused) EventLog.ReplaysPaused(log, e.Message); // once, and not each second of an outage
                isPaused = true;
                await Task.Delay(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task RunAsync(HeldReplay held, CancellationToken ct)
    {
        string? error = null;
        try
        {
            if (held.Replay.State == ReplayState.Waiting && await store!.SettleAsync(held, Lease, ct) is { } settled) held = settled;
            if (held.Replay.State == ReplayState.Waiting) await Task.Delay(BetweenLooks, ct); // what was being written when it was asked for still is
            for (var began = Stopwatch.GetTimestamp(); held.Replay.State == ReplayState.Running && Stopwatch.GetElapsedTime(began) < Turn;) held = await StepAsync(held, ct);
        }
        catch (LeaseLostException)
        {
            return; // it was cancelled, or another node has it
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            error = e.Message;
            throw;
        }
        finally
        {
            await store!.ReleaseAsync(held, error is null ? TimeSpan.Zero : AfterFailure, error, CancellationToken.None); // nothing to do for one that is held no longer
        }
    }

    /// <summary>Delivers the next part of a replay.</summary>
    private async Task<HeldReplay> StepAsync(HeldReplay held, CancellationToken ct)
    {
        var replay = held.Replay;
        var part = await store!.ReadAsync(replay.Bus, replay.Range, replay.Position, replay.LastPosition!.Value, ct);
        while (true)
        {
            if (routes.Version < 0 || !routes.Knows(replay.Subscription)) routes.Load(await subscriptions!.LoadAsync(ct));
            var version = routes.Version; // before the first is matched
            if (!routes.Knows(replay.Subscription))
            {
                await store.EndAsync(replay.Name, ReplayState.Failed, $"The subscription '{replay.Subscription}' was removed.", ct);
                return held with { Replay = replay with { State = ReplayState.Failed } };
            }

            var events = part.Select(p => p.Event).OfType<OutgoingMessage>().ToArray();
            var messages = events.Select(e => routes.Replay(replay.Subscription, replay.Name, e)).OfType<OutgoingMessage>().ToArray();
            var position = part.Count > 0 ? part[^1].Position : replay.LastPosition.Value;
            if (await store.MoveAsync(held, new ReplayStep(position, events.Length, messages, version), Lease, ct))
                return held with { Replay = replay with { Position = position, State = position >= replay.LastPosition ? ReplayState.Done : ReplayState.Running } };
            routes.Load(await subscriptions!.LoadAsync(ct));
        }
    }
}
