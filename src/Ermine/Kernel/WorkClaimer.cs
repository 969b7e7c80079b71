using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Ermine.Kernel;

/// <summary>Claims messages, buries those that nobody is to see, and parts the others into deliveries.</summary>
internal sealed class WorkClaimer(WorkSource source, FunctionDescriptor function, WorkOptions options, IServiceProvider services)
{
    private const double SlowRate = 1; // a second
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

    private readonly PayloadSerializer _serializer = services.GetRequiredService<PayloadSerializer>();
    private readonly PayloadKey? _coalesce = options.Coalesce is { } member ? services.GetRequiredService<PayloadSerializer>().Key(member) : null;
    private int _tokens;

    private string RateName => $"function/{function.Id}";

    /// <summary>Claims at most so many messages; none where nothing is due.</summary>
    /// <remarks>Stopping does not break a claim off: it might have happened, and its messages would wait until their lease ends.</remarks>
    public async Task<IReadOnlyList<WorkDelivery>> ClaimAsync(int limit, ReadAhead ahead, CancellationToken stopping)
    {
        var allowed = options.MaxRate is { } rate ? await TakeAsync(rate, limit, stopping) : limit;
        if (allowed == 0) return [];

        var leases = new List<Lease> { await ClaimAsync(options.Queue, allowed) };
        var claimed = leases[0].Messages.Count;
        if (options.FormerQueue is { } former && claimed < allowed)
        {
            leases.Add(await ClaimAsync(former, allowed - claimed));
            claimed += leases[1].Messages.Count;
        }

        if (options.BatchWindow > TimeSpan.Zero && claimed > 0) claimed += await GatherAsync(leases, claimed, allowed, stopping);
        _tokens = Math.Max(0, _tokens - claimed);
        if (claimed == 0 && options.MaxRate is { PerSecond: < SlowRate } slow) await GiveBackAsync(slow);
        if (claimed > 0 && options.MaxLeased == 0) ahead.Claimed(wasFull: claimed >= allowed);

        var deliveries = new List<WorkDelivery>();
        foreach (var lease in leases.Where(l => l.Messages.Count > 0)) Part(await BuryAsync(lease), deliveries);
        return deliveries;
    }

    /// <summary>Waits until something may be due, and takes what this process sends meanwhile, unless it would have to wait for its rate or for the rest of its batch.</summary>
    public async Task<IReadOnlyList<WorkDelivery>> WaitAsync(int limit, TimeSpan atMost, CancellationToken stopping)
    {
        var takesSent = options.MaxRate is null && options.BatchWindow == TimeSpan.Zero;
        var given = await source.Store.WaitAsync(Claim(options.Queue, takesSent ? limit * options.BatchSize : 0), atMost, stopping);
        var deliveries = new List<WorkDelivery>();
        Part(given, deliveries);
        return deliveries;
    }

    private Task<Lease> ClaimAsync(string queue, int limit) => source.Store.ClaimAsync(Claim(queue, limit), CancellationToken.None);

    private WorkClaim Claim(string queue, int limit) => new(queue, limit, options.Lease) { Version = options.Version, IsOrdered = options.IsOrdered, MaxLeased = options.MaxLeased };

    // Until the last batch is full, or the window is over.
    private async ValueTask<int> GatherAsync(List<Lease> leases, int claimed, int allowed, CancellationToken stopping)
    {
        var (began, more) = (Stopwatch.GetTimestamp(), 0);
        var full = Math.Min(allowed, (claimed + options.BatchSize - 1) / options.BatchSize * options.BatchSize);
        while (claimed + more < full && options.BatchWindow - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } left && !stopping.IsCancellationRequested)
        {
            await ((Task)source.Store.WaitAsync(Claim(options.Queue, 0), left, stopping)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // stopping ends the wait, and the loop sees it
            var lease = await ClaimAsync(options.Queue, full - claimed - more);
            if (lease.Messages.Count > 0) leases.Add(lease);
            more += lease.Messages.Count;
        }

        if (leases.Count > 1 && leases.TrueForAll(l => l.Queue == options.Queue && l.Owner == leases[0].Owner))
        {
            leases[0] = leases[0].Of([.. leases.SelectMany(l => l.Messages)]);
            leases.RemoveRange(1, leases.Count - 1);
        }

        return more;
    }

    // There is nothing to spend them on, and another node may have something: of a slow rate even one is long in coming. A fast one has the next
    // before anybody asks, and giving back would cost a round trip for each message of a queue that is soon empty.
    private async ValueTask GiveBackAsync(Rate rate)
    {
        var unused = _tokens;
        _tokens = 0;
        if (unused > 0) await source.Store.TakeAsync(RateName, rate, -unused, CancellationToken.None);
    }

    // A tenth of a second's worth at a time: fewer would be a round trip for each message, more would starve other nodes.
    private async ValueTask<int> TakeAsync(Rate rate, int limit, CancellationToken stopping)
    {
        if (_tokens == 0)
        {
            var grant = await source.Store.TakeAsync(RateName, rate, Math.Min(limit, (int)Math.Ceiling(rate.PerSecond / 10)), stopping);
            _tokens = grant.Taken;
            if (grant.Taken == 0) await Task.Delay(grant.Wait < LongestPause ? grant.Wait : LongestPause, stopping);
        }

        return Math.Min(limit, _tokens);
    }

    // A message that was claimed more often than it may be took its node down with it each time.
    private async ValueTask<Lease> BuryAsync(Lease claimed)
    {
        var limit = function.Function.MaxAttempts;
        var expired = claimed.Messages.Where(m => m.IsExpired).ToArray();
        var exhausted = claimed.Messages.Where(m => !m.IsExpired && m.Attempt > limit).ToArray();
        if (expired.Length > 0)
            await source.BuryAsync(claimed.Of(expired), new Failure(function.Id, "It expired before it was handled: its time to live was over."), CancellationToken.None);
        if (exhausted.Length > 0)
            await source.BuryAsync(claimed.Of(exhausted), new Failure(function.Id, $"No answer after {limit} attempts: the node died or lost its lease each time."), CancellationToken.None);
        return expired.Length + exhausted.Length == 0 ? claimed : claimed.Of([.. claimed.Messages.Where(m => !m.IsExpired && m.Attempt <= limit)]);
    }

    private void Part(Lease claimed, List<WorkDelivery> deliveries)
    {
        foreach (var alike in claimed.Messages.GroupBy(m => (m.Attempt, Key: _coalesce?.Read(m.Payload.Span))))
        {
            foreach (var messages in alike.Chunk(BatchSizeOf(alike.Key.Attempt)))
            {
                var lease = claimed.Of(messages);
                var delivery = new WorkDelivery(source, lease, new WorkInvocation(function, lease, _serializer, services, source.Carrier));
                source.Began(delivery);
                deliveries.Add(delivery);
            }
        }
    }

    // Batches that failed come back in eighths, at the last attempt one by one, so that a poison message takes no others along;
    // and those of a node that was killed, which nothing is wrong with, do not all come back one by one.
    private int BatchSizeOf(int attempt) => attempt >= function.Function.MaxAttempts ? 1 : Math.Max(1, options.BatchSize >> (3 * Math.Min(attempt - 1, 10)));
}
